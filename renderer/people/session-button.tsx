import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { beginAnew, useActorName, useSession } from "../client/session.ts";
import { Menu } from "../ui/menu.tsx";
import { showToast } from "../ui/toast.tsx";
import { PassphraseDialog } from "./passphrase-dialog.tsx";
import { useRoleName } from "./role-words.ts";
import "./session-button.css";

/** Who is signed in, and the way out. Where nobody is entered, only the name that signs actions. */
export function SessionButton() {
  const { t } = useLingui();
  const session = useSession();
  const actorName = useActorName();
  const roleName = useRoleName();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const [isOpen, setOpen] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const signOut = useMutation({
    mutationFn: () => client.session.signOut(),
    onSuccess: beginAnew,
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  if (session === undefined || session.state === "signed_out") return null;
  if (session.state === "open") return <span className="status-operator">{actorName}</span>;
  const roles = session.roles.map(roleName).join(", ");
  return (
    <>
      <Menu
        label={t`Ma connexion`}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <AriaButton className="session-button">
            {session.name} <small>{roles}</small>
          </AriaButton>
        }
        options={[{ id: "passphrase", label: t`Changer ma phrase secrète…` }]}
        lastOption={{ id: "leave", label: t`Se déconnecter` }}
        onChoose={(id) => (id === "leave" ? signOut.mutate() : setChanging(true))}
      />
      {isChanging ? <PassphraseDialog onClose={() => setChanging(false)} /> : null}
    </>
  );
}
