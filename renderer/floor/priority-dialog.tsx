import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Form } from "react-aria-components";
import { priorities } from "../../shared/domain/prioritise.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type PriorityName, priorityNames, priorityWords } from "./priority-words.ts";

const formId = "prioritise";

export interface PriorityDialogProps {
  /** How many cases it is about. */
  readonly count: number;
  readonly onChoose: (priority: number, reason: string) => void;
  readonly onClose: () => void;
}

/** A change of priority with its reason, for the history. */
export function PriorityDialog({ count, onChoose, onClose }: PriorityDialogProps) {
  const { t, i18n } = useLingui();
  const [name, setName] = useState<PriorityName>("high");
  const [reason, setReason] = useState("");
  const isReady = reason.trim() !== "";
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Plural value={count} one="Priorité de # dossier" other="Priorité de # dossiers" />}
      lead={<Trans>Le motif reste dans l’historique, avec votre nom.</Trans>}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Renoncer</Trans>
          </Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={!isReady}>
            <Trans>Changer la priorité</Trans>
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="reassign-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          onChoose(priorities[name], reason.trim());
          onClose();
        }}
      >
        <SegmentedControl
          label={t`Priorité`}
          value={name}
          onChange={setName}
          options={priorityNames.map((id) => ({ id, label: i18n._(priorityWords[id]) }))}
        />
        <TextField
          label={t`Motif en quelques mots`}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
          hint={t`Ni nom ni donnée personnelle d’un usager.`}
        />
      </Form>
    </Dialog>
  );
}
