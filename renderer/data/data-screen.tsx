import { useLingui } from "@lingui/react/macro";
import { useMay } from "../client/session.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Panel } from "../ui/panel.tsx";
import { ConnectorsPanel } from "./connectors/connectors-panel.tsx";
import { DemoPanel } from "./demo-panel.tsx";
import { FeedTable } from "./feed-table.tsx";
import { FoldersPanel } from "./folders/folders-panel.tsx";
import { HttpFeedAccess } from "./http-feed-access.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { RejectList } from "./reject-list.tsx";
import { StorePanel } from "./store-panel.tsx";
import "./data.css";

/** Where the data come from, where they are kept, and what could not be taken in; to most, only whether feeds still speak. */
export function DataScreen() {
  const { t } = useLingui();
  const mayConnect = useMay()("import", "start");
  return (
    <>
      <ScreenHeader title={t`Données`} />
      <div className="data">
        <FeedTable />
        {mayConnect ? (
          <SourcePanels />
        ) : (
          <p className="data-note">{t`Brancher un système, importer un fichier ou sauvegarder la base revient à l’administration.`}</p>
        )}
      </div>
    </>
  );
}

/** What administrators do about feeds, files and the store. */
function SourcePanels() {
  const { t } = useLingui();
  return (
    <>
      <ConnectorsPanel />
      <div className="data-column">
        <Panel title={t`Brancher un système`} detail={t`CloudEvents par HTTP, sur cette machine`}>
          <div className="data-body">
            <HttpFeedAccess canRenew />
          </div>
        </Panel>
        <RejectList />
      </div>
      <div className="data-column">
        <ImportPanel />
        <FoldersPanel />
        <DemoPanel />
        <StorePanel />
      </div>
    </>
  );
}
