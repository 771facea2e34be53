import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { BackupPerson, Directory } from "../../shared/domain/directory.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { usePutDirectory } from "../settings/use-put-directory.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { type PersonField, type PersonForm, personFormOf, personOf } from "./person-form.ts";
import { SkillsFields } from "./skills-fields.tsx";

export interface PersonDialogProps {
  /** Null: somebody new. */
  readonly person: BackupPerson | null;
  readonly directory: Pick<Directory, "sites" | "services" | "roster">;
  readonly onClose: () => void;
}

/** Somebody who can be called in: skills, way, hours and how they are reached. */
export function PersonDialog({ person, directory, onClose }: PersonDialogProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const put = usePutDirectory();
  const { sites, services, roster } = directory;
  const [form, setForm] = useState(() => personFormOf(person, sites[0]?.id ?? ""));
  const [wrong, setWrong] = useState<readonly PersonField[]>([]);
  const [isTaken, setTaken] = useState(false);
  function change(more: Partial<PersonForm>) {
    setForm({ ...form, ...more });
    setWrong(wrong.filter((field) => more[field] === undefined));
    setTaken(false);
  }

  function save() {
    const outcome = personOf(form);
    if ("wrong" in outcome) {
      setWrong(outcome.wrong);
      return;
    }
    const { agentId, name } = outcome.person;
    if (person === null && roster.some((one) => one.agentId === agentId)) {
      setTaken(true);
      return;
    }
    put.mutate(
      { roster: [outcome.person] },
      {
        onSuccess() {
          showToast({ title: t`${name} : changement en place` });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={person === null ? t`Ajouter une personne` : person.name}
      lead={t`Ces informations servent à appeler en renfort, et à rien d’autre.`}
      size="wide"
      className="person-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <div className="person-fields">
        <TextField
          label={t`Nom`}
          autoFocus
          value={form.name}
          onChange={(name) => change({ name })}
          maxLength={80}
          isInvalid={wrong.includes("name")}
          error={t`Écrivez un nom.`}
        />
        <Select
          label={t`Accueil`}
          options={sites.map(({ id, name }) => ({ id, label: name }))}
          value={form.siteId}
          onChange={(siteId) => change({ siteId })}
        />
        <TextField
          label={t`Courriel (facultatif)`}
          type="email"
          value={form.email}
          onChange={(email) => change({ email })}
          maxLength={254}
          isInvalid={wrong.includes("email")}
          error={t`Écrivez une adresse complète, comme prenom.nom@mairie.fr.`}
        />
        <TextField
          label={t`Téléphone ou identifiant (facultatif)`}
          hint={t`À lire au moment d’appeler ; rien n’y est envoyé.`}
          value={form.phone}
          onChange={(phone) => change({ phone })}
          maxLength={60}
        />
        <TextField
          label={t`Trajet, en minutes (facultatif)`}
          inputMode="numeric"
          value={form.travelMinutes}
          onChange={(travelMinutes) => change({ travelMinutes })}
          maxLength={3}
          isInvalid={wrong.includes("travelMinutes")}
          error={t`Écrivez un nombre de minutes, 600 au plus.`}
        />
        {person === null ? (
          <TextField
            label={t`Clé d’agent (facultatif)`}
            hint={t`Celle que les flux lui donnent ; sinon elle vient du nom.`}
            value={form.agentId}
            onChange={(agentId) => change({ agentId })}
            maxLength={128}
            isInvalid={wrong.includes("agentId") || isTaken}
            error={
              isTaken
                ? t`Cette clé est déjà celle de quelqu’un. Écrivez-en une autre.`
                : t`Écrivez une clé courte, comme ines.v.`
            }
          />
        ) : null}
      </div>
      <SkillsFields
        services={services}
        skills={form.skills}
        onChange={(skills) => change({ skills })}
        isWrong={wrong.includes("skills")}
      />
      <HoursFields form={form} onChange={change} isChecked={wrong.includes("hours")} />
    </FormDialog>
  );
}
