import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { KnowledgeGap } from "../../../shared/domain/knowledge-gap.ts";
import { addDays, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { systemTimeZone, useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { type GapKind, GapTable } from "./gap-table.tsx";
import { useKnowledgeGaps } from "./use-skills.ts";

type Days = "7" | "28" | "91";

/** Where knowledge of a service seems to be missing; each share opens the cases that it is made of. */
export function GapsPanel({ siteId }: { readonly siteId: string | null }) {
  const { t } = useLingui();
  const timeZone = useTimeZone() ?? systemTimeZone();
  const today = useToday(timeZone);
  const [days, setDays] = useState<Days>("28");
  const [opened, setOpened] = useState<{ readonly gap: KnowledgeGap; readonly kind: GapKind } | null>(null);
  const found = useKnowledgeGaps({
    fromMs: startOfLocalDateMs(addDays(today, -Number(days)), timeZone),
    toMs: startOfLocalDateMs(today, timeZone),
    siteId,
  });
  return (
    <Panel
      title={t`Savoirs à renforcer`}
      detail={t`jours révolus`}
      actions={
        <SegmentedControl
          label={t`Période`}
          value={days}
          onChange={setDays}
          options={[
            { id: "7", label: t`7 jours` },
            { id: "28", label: t`28 jours` },
            { id: "91", label: t`13 semaines` },
          ]}
        />
      }
    >
      <Awaited
        question={found}
        rows={6}
        label={t`Les dossiers sont relus`}
        failure={t`Les dossiers n’ont pas pu être relus.`}
      >
        {({ gaps }) =>
          gaps.length === 0 ? (
            <EmptyState title={t`Aucun dossier servi pendant ces jours.`}>
              {t`Choisissez une période plus longue.`}
            </EmptyState>
          ) : (
            <div className="scroll-area">
              <GapTable gaps={gaps} onOpen={(gap, kind) => setOpened({ gap, kind })} />
            </div>
          )
        }
      </Awaited>
      <Definitions />
      {opened === null ? null : <EvidenceDialog {...opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

function Definitions() {
  const { t } = useLingui();
  return (
    <dl className="gap-definitions">
      <div>
        <dt>{t`Passés ailleurs`}</dt>
        <dd>
          {t`Parmi les étapes servies : celles transmises à une autre démarche après le début de l’entretien.`}
        </dd>
      </div>
      <div>
        <dt>{t`Entretiens longs`}</dt>
        <dd>
          {t`Parmi les entretiens mesurés : ceux de plus de deux fois la médiane de la démarche pendant les 56 jours d’avant.`}
        </dd>
      </div>
      <div>
        <dt>{t`Revenus`}</dt>
        <dd>{t`Parmi les dossiers servis à leur première étape : ceux d’un deuxième passage ou plus.`}</dd>
      </div>
    </dl>
  );
}
