import { useLingui } from "@lingui/react/macro";
import { Explain } from "../ui/explain.tsx";
import { useFormat } from "../ui/format.ts";
import { useFloor } from "./floor-context.tsx";
import type { ServiceCellProps } from "./service-cells.tsx";

/** How right the expected waits of a service have been, for every way of asking: press, tap or key. */
export function ExpectedAccuracy({ serviceKey }: ServiceCellProps) {
  const { t } = useLingui();
  const format = useFormat();
  const expected = useFloor(({ services }) => services.get(serviceKey)?.expectedWait ?? null);
  const count = format.number(expected?.accuracyCount ?? 0);
  const isKnown = expected?.withinP90 != null;
  const times = Math.round((expected?.withinP90 ?? 0) * 10);
  const error = format.duration(expected?.medianErrorSeconds ?? 0);
  return (
    <Explain
      label={t`À quel point l’attente prévue est juste`}
      title={
        isKnown ? t`Attente prévue tenue ${times} fois sur 10 (n = ${count})` : t`Encore rien à comparer`
      }
      detail={isKnown ? t`Erreur médiane : ${error}.` : undefined}
    >
      {isKnown
        ? t`L’appel est venu avant la fin de la plage annoncée ${times} fois sur 10, pour les ${count} dernières attentes.`
        : t`La justesse s’affiche dès qu’une attente annoncée a pris fin par un appel.`}
    </Explain>
  );
}
