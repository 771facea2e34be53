import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useClient } from "../client/client.ts";
import { beginAnew } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { ComboBox } from "../ui/combo-box.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useSignInProblem } from "./sign-in-problem.ts";
import "./sign-in-screen.css";

/** Stands before the console where people are entered and nobody is signed in. */
export function SignInScreen({
  people,
}: {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const { t } = useLingui();
  const client = useClient();
  const problem = useSignInProblem();
  const [personId, setPersonId] = useState<string | null>(
    people.length === 1 ? (people[0]?.id ?? null) : null,
  );
  const [passphrase, setPassphrase] = useState("");
  const signIn = useMutation({
    mutationFn: (id: string) => client.session.signIn({ personId: id, passphrase }),
    onSuccess: beginAnew,
    onError: () => setPassphrase(""),
  });
  useEffect(() => {
    document.title = "Vigie";
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (personId !== null && passphrase !== "") signIn.mutate(personId);
  }

  return (
    <main className="sign-in">
      <form className="sign-in-page" onSubmit={submit}>
        <svg className="sign-in-mark" viewBox="0 0 34 34" aria-hidden="true">
          <path d="M9.5 10.5 17 25l7.5-14.5" />
        </svg>
        <h1>{t`Qui êtes-vous ?`}</h1>
        <p>{t`Chacun voit ce que son rôle ouvre, et signe ce qu’il fait.`}</p>
        <ComboBox
          label={t`Votre nom`}
          options={people.map(({ id, name }) => ({ id, label: name }))}
          value={personId}
          onChange={setPersonId}
          openLabel={t`Montrer tous les noms`}
          isRequired
        />
        <TextField
          label={t`Phrase secrète`}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          validationBehavior="aria"
          isInvalid={signIn.isError && passphrase === ""}
          error={signIn.error === null ? "" : problem(signIn.error)}
        />
        <Button type="submit" variant="primary" isPending={signIn.isPending}>
          {t`Se connecter`}
        </Button>
        <small>{t`Phrase oubliée ? Quelqu’un de l’administration peut vous en donner une autre.`}</small>
      </form>
    </main>
  );
}
