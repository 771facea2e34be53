import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLinkState } from "../client/client.ts";
import { useConsoleStatus } from "../client/queries.ts";
import { useMay } from "../client/session.ts";
import { FeedHealthList } from "../floor/feed-health.tsx";
import { useFloor } from "../floor/floor-context.tsx";
import { SessionButton } from "../people/session-button.tsx";
import "./status-bar.css";

/** The last path component of the store's location: enough to recognise it. */
function shortLocation(location: string): string {
  return location.split(/[\\/]/).filter(Boolean).at(-1) ?? location;
}

/** What can be relied on: feeds and their age, the store, who is signed in. */
export function StatusBar() {
  const { t } = useLingui();
  const status = useConsoleStatus().data;
  const seesFloor = useMay()("floor", "watch");
  const isLive = useLinkState() === "live";
  const caseCount = useFloor((floor) => floor.cases.size);
  return (
    <footer className="status-bar">
      {seesFloor ? <FeedHealthList isLive={isLive} /> : null}
      <span className="grow" />
      <ul>
        {status?.hasDemoData === true ? (
          <li className="status-demo">
            <Trans>Données de démonstration</Trans>
          </li>
        ) : null}
        {seesFloor ? (
          <li className="number">
            <Plural value={caseCount} one="# dossier ouvert" other="# dossiers ouverts" />
          </li>
        ) : null}
        {status === undefined ? null : (
          <li title={status.location}>
            <Trans>Base locale</Trans> {shortLocation(status.location)}
          </li>
        )}
        {status === undefined ? null : <li>{t`Définitions v${status.definitionsVersion}`}</li>}
        <li>
          <SessionButton />
        </li>
      </ul>
    </footer>
  );
}
