import { useLingui } from "@lingui/react/macro";
import type { ChartKind } from "../../shared/domain/chart.ts";

/** Says why a chart is empty, and what would fill it. */
export function NothingMeasured({ kind }: { readonly kind: ChartKind }) {
  const { t } = useLingui();
  const reasons: Partial<Record<ChartKind, string>> = {
    occupancy: t`Aucun flux ne dit ce que font les agents sur cette période, ou moins de trois étaient présents : rien n’est alors montré.`,
    experience: t`Moins de cinq personnes ont répondu sur cette période : rien n’est alors montré.`,
  };
  return (
    <p className="chart-nothing">
      <strong>{t`Pas de données`}</strong>
      {reasons[kind] ?? t`Rien n’a été mesuré sur cette période avec ces filtres.`}
    </p>
  );
}
