import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Person, shortestPassphrase } from "../../shared/domain/person.ts";
import { faultOf, useFaultSentence } from "../client/fault-sentence.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { OwnAgentField, RoleFields, TeamField } from "./person-fields.tsx";
import { type PersonForm, type PersonProblem, personFormOf, personOf } from "./person-form.ts";
import { usePutPerson } from "./use-people.ts";

export interface AccountDialogProps {
  /** Null: somebody new. */
  readonly person: Person | null;
  /** Nobody is entered yet. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
  readonly onSaved: (person: Person) => void;
}

/** Somebody who signs in: name, roles, team, passphrase. */
export function AccountDialog({ person, isFirst, onClose, onSaved }: AccountDialogProps) {
  const { t } = useLingui();
  const problem = usePutProblem();
  const put = usePutPerson();
  const [id] = useState(() => person?.id ?? crypto.randomUUID());
  const [form, setForm] = useState(() => personFormOf(person, isFirst));
  const [wrong, setWrong] = useState<readonly PersonProblem[]>([]);
  function change(more: Partial<PersonForm>) {
    setForm({ ...form, ...more });
    setWrong([]);
  }
  function save() {
    const outcome = personOf(form, id, person === null);
    if ("wrong" in outcome) setWrong(outcome.wrong);
    else put.mutate(outcome, { onSuccess: onSaved });
  }
  return (
    <FormDialog
      title={person === null ? t`Ajouter une personne` : person.name}
      lead={
        isFirst
          ? t`Dès que cette première personne est enregistrée, chacun se connecte. Elle doit pouvoir faire entrer les autres.`
          : t`La personne choisit son nom à l’ouverture et donne sa phrase secrète.`
      }
      size="wide"
      className="account-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : problem(put.error)}
    >
      <TextField
        label={t`Nom`}
        autoFocus
        value={form.name}
        onChange={(name) => change({ name })}
        maxLength={80}
        isInvalid={wrong.includes("name")}
        error={t`Écrivez un nom.`}
      />
      <TextField
        label={person === null ? t`Phrase secrète` : t`Nouvelle phrase secrète (facultatif)`}
        hint={t`Au moins ${shortestPassphrase} caractères : plusieurs mots se retiennent mieux.`}
        type="password"
        autoComplete="new-password"
        value={form.passphrase}
        onChange={(passphrase) => change({ passphrase })}
        maxLength={256}
        isInvalid={wrong.includes("passphrase")}
        error={t`La phrase doit compter au moins ${shortestPassphrase} caractères.`}
      />
      <RoleFields form={form} wrong={wrong} onChange={change} />
      <div className="account-floor">
        <OwnAgentField form={form} wrong={wrong} onChange={change} />
        {form.roles.includes("team_lead") ? <TeamField form={form} onChange={change} /> : null}
        {person === null ? null : (
          <Checkbox isSelected={form.isActive} onChange={(isActive) => change({ isActive })}>
            {t`Peut se connecter`}
          </Checkbox>
        )}
      </div>
    </FormDialog>
  );
}

/** Why a person was not kept, in a sentence. */
function usePutProblem(): (error: unknown) => string {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (error) =>
    faultOf(error).data["reason"] === "no_administrator"
      ? t`Il doit rester quelqu’un qui peut faire entrer les autres : donnez d’abord ce rôle à une autre personne. Rien n’a été changé.`
      : sentenceOf(error);
}
