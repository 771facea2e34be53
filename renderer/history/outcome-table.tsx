import { Trans, useLingui } from "@lingui/react/macro";
import type { HistoryEntry } from "../../shared/contract/action.ts";
import type { SideOutcome } from "../../shared/domain/action-outcome.ts";
import type { Foreseen } from "../../shared/domain/prediction.ts";
import { useDirectory } from "../client/queries.ts";
import { shareRange } from "../outlook/band-words.ts";
import { useWaitWords } from "../outlook/wait-words.ts";
import { useFormat } from "../ui/format.ts";

/** What was foreseen beside what came of it, per queue; nothing where nothing was foreseen. */
export function OutcomeTable({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useLingui();
  const directory = useDirectory().data;
  const { prediction, outcome } = entry;
  if (prediction === null || outcome === null) return null;
  return (
    <table className="outcome-table number" aria-label={t`Prévu et réel`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Démarche</Trans>
          </th>
          <th scope="col">
            <Trans>Attente prévue à l’arrivée</Trans>
          </th>
          <th scope="col">
            <Trans>Réelle</Trans>
          </th>
          <th scope="col">
            <Trans>Objectif prévu</Trans>
          </th>
          <th scope="col">{outcome.isOver ? <Trans>Réel</Trans> : <Trans>Réel jusqu’ici</Trans>}</th>
        </tr>
      </thead>
      <tbody>
        {prediction.sides.map(({ serviceId, before, after }) => (
          <tr key={serviceId}>
            <th scope="row">{directory?.services.find((one) => one.id === serviceId)?.name ?? serviceId}</th>
            <SideCells
              before={before}
              after={after}
              outcome={outcome.sides.find((one) => one.serviceId === serviceId)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideCellsProps {
  readonly before: Foreseen;
  readonly after: Foreseen;
  readonly outcome: SideOutcome | undefined;
}

function SideCells({ before, after, outcome }: SideCellsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const waitWords = useWaitWords();
  const next = outcome?.nextArrivalWaitSeconds ?? null;
  const level = outcome?.serviceLevel ?? null;
  const count = outcome?.count ?? 0;
  const percentNumber = (share: number) => format.percentNumber(share);
  return (
    <>
      <td>
        <span className="outcome-before">{waitWords(before.nextArrival)} → </span>
        {waitWords(after.nextArrival)}
      </td>
      <td>
        {next === null ? (
          "–"
        ) : (
          <>
            {format.duration(next)}{" "}
            <span className="outcome-before">
              {outcome?.withinP90 === false ? <Trans>au-delà</Trans> : <Trans>dans le prévu</Trans>}
            </span>
          </>
        )}
      </td>
      <td>
        <span className="outcome-before">{format.percent(before.serviceLevel.expected)} → </span>
        {format.percent(after.serviceLevel.expected)}{" "}
        <span className="outcome-before">({shareRange(after.serviceLevel, percentNumber)})</span>
      </td>
      <td>{level === null ? "–" : t`${format.percent(level)} (n = ${count})`}</td>
    </>
  );
}
