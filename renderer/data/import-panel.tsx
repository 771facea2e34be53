import { useLingui } from "@lingui/react/macro";
import { useConsoleStatus } from "../client/queries.ts";
import { Panel } from "../ui/panel.tsx";
import { ImportHelp } from "./import-help.tsx";

/** How to bring in a file. */
export function ImportPanel() {
  const { t } = useLingui();
  const location = useConsoleStatus().data?.location;
  return (
    <Panel title={t`Importer un fichier`} detail={t`CSV ou TSV, aussi .gz et .xz`}>
      <div className="data-body">{location === undefined ? null : <ImportHelp location={location} />}</div>
    </Panel>
  );
}
