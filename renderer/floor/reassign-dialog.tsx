import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components";
import type { CaseActionResult } from "../../shared/domain/case-action.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { ActionPreview } from "../outlook/action-preview.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { ReasonField } from "./reason-field.tsx";
import type { ReassignRequest, ReassignTarget } from "./reassign-request.ts";
import { RefusalList } from "./refusal-list.tsx";
import { AgentTargets, ServiceTargets } from "./target-lists.tsx";
import { useUndo } from "./undo.tsx";
import "./reassign-dialog.css";

const formId = "reassign";
/** Ticket labels named one by one in the dialog. */
const namedCases = 6;

export interface ReassignDialogProps {
  readonly request: ReassignRequest;
  readonly onClose: () => void;
}

/** Hands cases on to a person or to another queue, and says which of them stayed and why. */
export function ReassignDialog({ request, onClose }: ReassignDialogProps) {
  const { t } = useLingui();
  const client = useClient();
  const sentence = useFaultSentence();
  const { offer } = useUndo();
  const [kind, setKind] = useState<ReassignTarget["kind"]>(request.target?.kind ?? "agent");
  const [target, setTarget] = useState<ReassignTarget | null>(request.target);
  const [reason, setReason] = useState("");
  const reassign = useMutation({
    mutationFn: () =>
      client.case.reassign({
        cases: request.cases.map(({ id, version }) => ({ id, version })),
        toServiceId: target?.kind === "service" ? target.id : null,
        toAgentId: target?.kind === "agent" ? target.id : null,
        reason,
      }),
    onSuccess(result) {
      const count = result.changed.length;
      if (count > 0) {
        offer({
          ...result,
          // The dialog itself tells of those that stayed.
          refused: [],
          done: plural(count, { one: "# dossier réaffecté", other: "# dossiers réaffectés" }),
          takenBack: (back) =>
            t`Réaffectation annulée : ${plural(back, { one: "# dossier est revenu", other: "# dossiers sont revenus" })}`,
        });
      }
      if (result.refused.length === 0) onClose();
    },
  });
  const count = request.cases.length;
  if (reassign.data !== undefined && reassign.data.refused.length > 0) {
    return <Refused result={reassign.data} request={request} onClose={onClose} />;
  }
  const isReady = target !== null && reason.trim() !== "";
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Plural value={count} one="Réaffecter # dossier" other="Réaffecter # dossiers" />}
      lead={<Tickets request={request} />}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Renoncer</Trans>
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            autoFocus={request.target !== null}
            isDisabled={!isReady || reassign.isPending}
          >
            <Trans>Réaffecter</Trans>
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="reassign-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !reassign.isPending) reassign.mutate();
        }}
      >
        <SegmentedControl
          label={t`Vers`}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setTarget(null);
          }}
          options={[
            { id: "agent", label: t`À un agent` },
            { id: "service", label: t`À une autre démarche` },
          ]}
        />
        {kind === "agent" ? (
          <AgentTargets
            request={request}
            chosen={target?.kind === "agent" ? target.id : null}
            onChoose={(id) => setTarget({ kind: "agent", id })}
          />
        ) : (
          <ServiceTargets
            request={request}
            chosen={target?.kind === "service" ? target.id : null}
            onChoose={(id) => setTarget({ kind: "service", id })}
          />
        )}
        {kind === "service" ? (
          <ActionPreview
            siteId={request.siteId}
            hint={t`Choisissez vers où : l’effet prévu sur les deux files s’affiche ici.`}
            action={
              target === null
                ? null
                : { kind: "move_cases", caseIds: request.cases.map(({ id }) => id), toServiceId: target.id }
            }
          />
        ) : null}
        <ReasonField onChange={setReason} />
        <p className="reassign-kept">
          <Trans>L’attente déjà passée est conservée : personne ne recommence la file à zéro.</Trans>
        </p>
        {reassign.isError ? (
          <p className="field-error" role="alert">
            {sentence(reassign.error)}
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}

function Tickets({ request }: { readonly request: ReassignRequest }) {
  const labels = request.cases.slice(0, namedCases).map((one) => one.label);
  const others = request.cases.length - labels.length;
  return (
    <span className="number">
      {labels.join(", ")}
      {others === 0 ? null : (
        <>
          {" "}
          <Plural value={others} one="et # autre" other="et # autres" />
        </>
      )}
    </span>
  );
}

interface RefusedProps extends ReassignDialogProps {
  readonly result: CaseActionResult;
}

function Refused({ result, request, onClose }: RefusedProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <Plural
          value={result.refused.length}
          one="# dossier est resté où il est"
          other="# dossiers sont restés où ils sont"
        />
      }
      lead={
        <Plural
          value={result.changed.length}
          _0="Rien n’a été changé."
          one="# dossier a été réaffecté."
          other="# dossiers ont été réaffectés."
        />
      }
      actions={
        <Button variant="primary" onPress={onClose} autoFocus>
          <Trans>Compris</Trans>
        </Button>
      }
    >
      <RefusalList
        refused={result.refused}
        labels={new Map(request.cases.map((one) => [one.id, one.label]))}
      />
    </Dialog>
  );
}
