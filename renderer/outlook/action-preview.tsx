import { Trans, useLingui } from "@lingui/react/macro";
import type { ForeseenAction } from "../../shared/domain/floor-action.ts";
import type { Foreseen, ForeseenWait, Prediction } from "../../shared/domain/prediction.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { useFormat } from "../ui/format.ts";
import { shareRange } from "./band-words.ts";
import { usePreview } from "./use-outlook.ts";
import { useWaitWords } from "./wait-words.ts";
import "./action-preview.css";

export interface ActionPreviewProps {
  readonly siteId: string;
  /** Null while nothing is chosen. */
  readonly action: ForeseenAction | null;
  /** What to choose first, where nothing is. */
  readonly hint: string;
}

/** What the action would do to both queues, before it is confirmed. Keeps its height, so that nothing jumps. */
export function ActionPreview({ siteId, action, hint }: ActionPreviewProps) {
  const { t } = useLingui();
  const preview = usePreview(siteId, action);
  return (
    <section className="action-preview" aria-label={t`Effet prévu`} aria-live="polite">
      {action === null ? (
        <p>{hint}</p>
      ) : preview.data === undefined ? (
        <p>
          <Trans>L’effet se calcule…</Trans>
        </p>
      ) : preview.data === null ? (
        <p>
          <Trans>Aucun effet prévisible sur l’attente des files.</Trans>
        </p>
      ) : (
        <Sides siteId={siteId} prediction={preview.data} />
      )}
    </section>
  );
}

function Sides({ siteId, prediction }: { readonly siteId: string; readonly prediction: Prediction }) {
  const services = useFloor((floor) => floor.serviceList);
  return (
    <table className="preview-table">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Effet prévu</Trans>
          </th>
          <th scope="col">
            <Trans>Attente à l’arrivée</Trans>
          </th>
          <th scope="col">
            <Trans>Dans l’objectif, une heure</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {prediction.sides.map(({ serviceId, before, after }) => (
          <tr key={serviceId}>
            <th scope="row">
              {services.find((one) => one.siteId === siteId && one.serviceId === serviceId)?.name ??
                serviceId}
            </th>
            <td className="number">
              <Change>
                <WaitWords wait={before.nextArrival} />
                <WaitWords wait={after.nextArrival} />
              </Change>
            </td>
            <td className="number">
              <Change>
                <LevelWords foreseen={before} />
                <LevelWords foreseen={after} />
              </Change>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ children }: { readonly children: readonly [React.ReactNode, React.ReactNode] }) {
  const [before, after] = children;
  return (
    <>
      <span className="preview-before">{before}</span>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">
        <Trans>puis</Trans>
      </span>
      <strong>{after}</strong>
    </>
  );
}

function WaitWords({ wait }: { readonly wait: ForeseenWait }) {
  return useWaitWords()(wait);
}

function LevelWords({ foreseen }: { readonly foreseen: Foreseen }) {
  const format = useFormat();
  const { serviceLevel } = foreseen;
  return (
    <>
      {format.percent(serviceLevel.expected)}{" "}
      <small>({shareRange(serviceLevel, (share) => format.percentNumber(share))})</small>
    </>
  );
}
