import { useLingui } from "@lingui/react/macro";
import type { Target } from "../../shared/domain/service.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Table } from "../ui/table.tsx";
import { useTargetDate } from "./use-target-date.ts";

export interface TargetHistoryProps {
  readonly targets: readonly Target[];
  readonly nowMs: number;
  readonly timeZone: string;
  readonly onCorrect: (target: Target) => void;
  readonly onRemove: (target: Target) => void;
}

/** The targets of a service, the newest first, and from when on each counts or counted. */
export function TargetHistory({ targets, nowMs, timeZone, onCorrect, onRemove }: TargetHistoryProps) {
  const { t } = useLingui();
  const { duration, percent } = useFormat();
  const dateWords = useTargetDate(timeZone);
  const current = targets.findLast(({ fromMs }) => fromMs <= nowMs);

  function state(target: Target): string {
    if (target === current) return t`en vigueur`;
    return target.fromMs > nowMs ? t`prévu` : t`remplacé`;
  }

  return (
    <Table
      label={t`Objectifs, depuis quand`}
      rows={targets.toReversed()}
      keyOf={(target) => String(target.fromMs)}
      columns={[
        { id: "from", title: t`Compte depuis`, render: (target) => dateWords(target.fromMs) },
        { id: "state", title: t`État`, render: state },
        {
          id: "target",
          title: t`Objectif`,
          render(target) {
            const share = percent(target.share);
            const within = duration(target.withinSeconds);
            return <span className="number">{t`${share} en ${within}`}</span>;
          },
        },
        {
          id: "short",
          title: t`Abandon court`,
          render: (target) => <span className="number">{duration(target.shortAbandonSeconds)}</span>,
        },
        {
          id: "change",
          title: t`Modifier`,
          isNumber: true,
          render(target) {
            const from = dateWords(target.fromMs);
            return (
              <>
                <Button
                  variant="quiet"
                  aria-label={t`Corriger l’objectif ${from}`}
                  onPress={() => onCorrect(target)}
                >
                  {t`Corriger`}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t`Retirer l’objectif ${from}`}
                  onPress={() => onRemove(target)}
                >
                  {t`Retirer`}
                </Button>
              </>
            );
          },
        },
      ]}
    />
  );
}
