import { useLingui } from "@lingui/react/macro";
import type { GapEvidence, KnowledgeGap } from "../../../shared/domain/knowledge-gap.ts";
import { MomentLink } from "../../replay/moment-link.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/format.ts";
import { Table } from "../../ui/table.tsx";
import { type GapKind, useGapTitles } from "./gap-table.tsx";
import { useServiceName } from "./use-skills.ts";

export interface EvidenceDialogProps {
  readonly gap: KnowledgeGap;
  readonly kind: GapKind;
  readonly onClose: () => void;
}

/** The newest cases of a share; each moment can be played again. */
export function EvidenceDialog({ gap, kind, onClose }: EvidenceDialogProps) {
  const { t } = useLingui();
  const serviceName = useServiceName();
  const titles = useGapTitles();
  const { count = 0, total = 0, evidence = [] } = gap[kind] ?? {};
  const shown = evidence.length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={`${serviceName(gap.serviceId)} · ${titles[kind]}`}
      lead={
        shown < count
          ? t`${count} sur ${total} ; les ${shown} plus récents sont ici.`
          : t`${count} sur ${total}.`
      }
      actions={<Button onPress={onClose}>{t`Fermer`}</Button>}
    >
      <Table
        label={titles[kind]}
        rows={evidence}
        keyOf={({ caseId, arrivedAtMs }) => `${caseId} ${arrivedAtMs}`}
        columns={[
          { id: "ticket", title: t`Ticket`, render: ({ ticket, caseId }) => ticket ?? caseId },
          {
            id: "at",
            title: t`Arrivée`,
            render: ({ arrivedAtMs }) => <MomentLink atMs={arrivedAtMs} />,
          },
          { id: "what", title: titles[kind], render: (one) => <What evidence={one} kind={kind} /> },
        ]}
      />
    </Dialog>
  );
}

function What({ evidence, kind }: { readonly evidence: GapEvidence; readonly kind: GapKind }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const serviceName = useServiceName();
  const { nextServiceId, handleSeconds, visit } = evidence;
  switch (kind) {
    case "transferred":
      return nextServiceId === null ? null : serviceName(nextServiceId);
    case "long":
      return handleSeconds === null ? null : duration(handleSeconds);
    case "repeat":
      return t`passage n° ${visit}`;
  }
}
