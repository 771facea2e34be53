import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { shortestPassphrase } from "../../shared/domain/person.ts";
import { useClient } from "../client/client.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useSignInProblem } from "./sign-in-problem.ts";

/** Another passphrase for whoever is signed in. */
export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const problem = useSignInProblem();
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const [isShort, setShort] = useState(false);
  const change = useMutation({
    mutationFn: () => client.session.changePassphrase({ present, next }),
    onSuccess() {
      showToast({ title: t`Phrase secrète changée` });
      onClose();
    },
  });
  function save() {
    if (next.length < shortestPassphrase) setShort(true);
    else change.mutate();
  }
  return (
    <FormDialog
      title={t`Changer ma phrase secrète`}
      className="passphrase-form"
      onClose={onClose}
      onSave={save}
      isSaving={change.isPending}
      error={change.error === null ? null : problem(change.error)}
    >
      <TextField
        label={t`Phrase actuelle`}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={present}
        onChange={setPresent}
        maxLength={256}
      />
      <TextField
        label={t`Nouvelle phrase`}
        hint={t`Au moins ${shortestPassphrase} caractères : plusieurs mots se retiennent mieux.`}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={(words) => {
          setNext(words);
          setShort(false);
        }}
        maxLength={256}
        isInvalid={isShort}
        error={t`La phrase doit compter au moins ${shortestPassphrase} caractères.`}
      />
    </FormDialog>
  );
}
