import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLinkState } from "../client/client.ts";
import { useConsoleStatus, useSettings } from "../client/queries.ts";
import { FeedHealthList } from "../floor/feed-health.tsx";
import { useFloor } from "../floor/floor-context.tsx";
import "./status-bar.css";

/** The last path component of the store's location: enough to recognise it. */
function shortLocation(location: string): string {
  return location.split(/[\\/]/).filter(Boolean).at(-1) ?? location;
}

/** What can be relied on: feeds and their age, the store, who is signed in. */
export function StatusBar() {
  const { t } = useLingui();
  const status = useConsoleStatus().data;
  const operator = useSettings().data?.operatorName ?? null;
  const isLive = useLinkState() === "live";
  const caseCount = useFloor((floor) => floor.cases.size);
  return (
    <footer className="status-bar">
      <FeedHealthList isLive={isLive} />
      <span className="grow" />
      <ul>
        {status?.hasDemoData === true ? (
          <li className="status-demo">
            <Trans>Données de démonstration</Trans>
          </li>
        ) : null}
        <li className="number">
          <Plural value={caseCount} one="# dossier ouvert" other="# dossiers ouverts" />
        </li>
        {status === undefined ? null : (
          <li title={status.location}>
            <Trans>Base locale</Trans> {shortLocation(status.location)}
          </li>
        )}
        {status === undefined ? null : <li>{t`Définitions v${status.definitionsVersion}`}</li>}
        {operator === null ? null : <li className="status-operator">{operator}</li>}
      </ul>
    </footer>
  );
}
