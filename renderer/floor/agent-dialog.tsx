import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components";
import { isOnFloor } from "../../shared/domain/agent.ts";
import type { FloorAgent } from "../../shared/domain/floor.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { ActionPreview } from "../outlook/action-preview.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { showToast } from "../ui/toast.tsx";
import { AgentStateMark } from "./agent-state.tsx";
import { MoveForm, useServicesFor } from "./move-form.tsx";
import { StateForm, usualDraft } from "./state-form.tsx";
import type { MoveUndo } from "./use-move-undo.ts";
import "./reassign-dialog.css";

const formId = "agent";

/** What is done about somebody: where they serve, or the state they are in. */
export type AgentView = "move" | "state";

export interface AgentDialogProps {
  readonly agent: FloorAgent;
  readonly firstView: AgentView;
  /** Chosen already, by a drop or from those who could help; else null. */
  readonly serviceId: string | null;
  readonly undo: MoveUndo;
  readonly onClose: () => void;
}

/** Gives somebody services to serve, or corrects their state. */
export function AgentDialog({ agent, firstView, serviceId, undo, onClose }: AgentDialogProps) {
  const { t } = useLingui();
  const client = useClient();
  const sentence = useFaultSentence();
  const services = useServicesFor(agent);
  const [openedAtMs] = useState(serverNowMs);
  const [view, setView] = useState(firstView);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(services.flatMap((one) => (one.serviceId === serviceId ? [one.serviceId] : []))),
  );
  const [moveReason, setMoveReason] = useState("");
  const [draft, setDraft] = useState(() => usualDraft(agent.state === "available" ? "paused" : "available"));
  const [stateReason, setStateReason] = useState("");
  const { name } = agent;
  const isBusy = agent.caseId !== null || agent.state === "serving" || agent.state === "wrap_up";

  const move = useMutation({
    mutationFn: (serviceIds: string[] | null) =>
      client.agent.move({ agentId: agent.id, serviceIds, reason: moveReason.trim() }),
    onSuccess({ actionId }, serviceIds) {
      const served = services.filter((one) => serviceIds?.includes(one.serviceId)).map((one) => one.name);
      const where = served.join(", ");
      undo.offer({
        actionId,
        agentId: agent.id,
        name,
        title:
          serviceIds === null
            ? t`${name} sert de nouveau toutes ses démarches`
            : t`Nouvelle affectation de ${name} : ${where}`,
        detail: isOnFloor(agent.state) ? null : t`Compte dès son retour au public.`,
      });
      onClose();
    },
  });
  const correct = useMutation({
    mutationFn: () =>
      client.agent.setState({
        agentId: agent.id,
        state: draft.state,
        reason: draft.state === "available" || stateReason.trim() === "" ? null : stateReason.trim(),
        plannedEndAtMs: draft.awayMinutes === null ? null : openedAtMs + draft.awayMinutes * 60_000,
      }),
    onSuccess() {
      showToast({ title: t`L’état de ${name} est corrigé` });
      onClose();
    },
  });
  const isPending = move.isPending || correct.isPending;
  const hasReason = moveReason.trim() !== "";
  const isReady = !isPending && (view === "move" ? chosen.size > 0 && hasReason : !isBusy);
  const error = view === "move" ? move.error : correct.error;

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={name}
      lead={<AgentStateMark agent={agent} />}
      actions={
        <>
          {view === "move" && agent.assignedServiceIds !== null ? (
            <>
              <Button isDisabled={isPending || !hasReason} onPress={() => move.mutate(null)}>
                <Trans>Rendre toutes ses démarches</Trans>
              </Button>
              <span className="grow" />
            </>
          ) : null}
          <Button onPress={onClose}>
            <Trans>Renoncer</Trans>
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            autoFocus={view === "move" && chosen.size > 0}
            isDisabled={!isReady}
          >
            {view === "state" ? (
              <Trans>Corriger l’état</Trans>
            ) : chosen.size === 0 ? (
              <Trans>Choisissez une démarche</Trans>
            ) : (
              <Plural value={chosen.size} one="Affecter à # démarche" other="Affecter à # démarches" />
            )}
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
          if (view === "move") move.mutate([...chosen]);
          else correct.mutate();
        }}
      >
        <SegmentedControl
          label={t`Que faire`}
          value={view}
          onChange={setView}
          options={[
            { id: "move", label: t`Affecter à une démarche` },
            { id: "state", label: t`Changer l’état` },
          ]}
        />
        {view === "move" ? (
          <>
            {serviceId === null || services.some((one) => one.serviceId === serviceId) ? null : (
              <p className="field-error" role="alert">
                <Trans>Cette démarche n’est pas dans ses compétences, ou relève d’un autre accueil.</Trans>
              </p>
            )}
            <MoveForm agent={agent} chosen={chosen} onChoose={setChosen} onReason={setMoveReason} />
            <ActionPreview
              siteId={agent.siteId}
              hint={t`Choisissez une démarche : l’effet prévu sur les files s’affiche ici.`}
              action={
                chosen.size === 0
                  ? null
                  : { kind: "move_agent", agentId: agent.id, toServiceIds: [...chosen] }
              }
            />
            <p className="reassign-kept">
              <Trans>Le dossier en cours se termine d’abord ; l’affectation vaut pour les suivants.</Trans>
            </p>
          </>
        ) : isBusy ? (
          <p className="reassign-kept">
            <Trans>
              Un dossier est en cours : l’état suit de lui-même à la fin. Il n’y a rien à corriger.
            </Trans>
          </p>
        ) : (
          <>
            <StateForm
              siteId={agent.siteId}
              openedAtMs={openedAtMs}
              draft={draft}
              onChange={setDraft}
              onReason={setStateReason}
            />
            <p className="reassign-kept">
              <Trans>Pour ce que le flux n’a pas dit : le prochain état qu’il envoie l’emporte.</Trans>
            </p>
          </>
        )}
        {error === null ? null : (
          <p className="field-error" role="alert">
            {sentence(error)}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
