import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { AgentField } from "./agent-field.tsx";
import { AgentFiguresTable } from "./agent-figures-table.tsx";
import { useAgentName, useCoachedAgents } from "./use-notes.ts";

export interface AgentFiguresDialogProps {
  /** Whom to begin with; null: nobody is chosen yet. */
  readonly agentId: string | null;
  readonly onClose: () => void;
}

const shortestPurpose = 3;

/** Asks why, writes it down, and then shows the figures of one agent. */
export function AgentFiguresDialog({ agentId, onClose }: AgentFiguresDialogProps) {
  const { t } = useLingui();
  const client = useClient();
  const agents = useCoachedAgents();
  const agentName = useAgentName();
  const sentenceOf = useFaultSentence();
  const [chosen, setChosen] = useState(agentId);
  const [purpose, setPurpose] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const look = useMutation({
    mutationFn: (question: { readonly agentId: string; readonly purpose: string }) =>
      client.note.agentFigures(question),
  });
  const isMissing = purpose.trim().length < shortestPurpose;

  function ask() {
    setIsChecked(true);
    if (chosen !== null && !isMissing) look.mutate({ agentId: chosen, purpose });
  }

  if (look.data !== undefined) {
    const name = agentName(look.data.agentId);
    return (
      <Dialog
        title={t`Repères : ${name}`}
        lead={t`Quatre semaines. Cette consultation est inscrite ; l’agent peut la lire.`}
        isOpen
        size="wide"
        onClose={onClose}
        actions={
          <Button variant="primary" onPress={onClose}>
            {t`Fermer`}
          </Button>
        }
      >
        <AgentFiguresTable figures={look.data} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t`Voir les repères d’une personne`}
      lead={t`Le motif est inscrit avec votre nom, et la personne concernée peut le lire.`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Ne pas regarder`}</Button>
          <Button variant="primary" isPending={look.isPending} onPress={ask}>
            {t`Inscrire et voir`}
          </Button>
        </>
      }
    >
      <div className="agent-figures-form">
        <AgentField
          label={t`Agent`}
          isRequired
          agents={agents}
          value={chosen}
          onChange={setChosen}
          error={isChecked && chosen === null ? t`Choisissez l’agent.` : null}
        />
        <TextField
          label={t`Motif`}
          value={purpose}
          onChange={setPurpose}
          maxLength={300}
          placeholder={t`Préparer l’entretien du 1er décembre, à sa demande`}
          isInvalid={isChecked && isMissing}
          error={t`Dites pourquoi, en quelques mots.`}
        />
        {look.error === null ? null : (
          <p className="field-error" role="alert">
            {sentenceOf(look.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
