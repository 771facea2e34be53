import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type BackupCall, isBackupOpen } from "../../shared/domain/backup.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useSettings } from "../client/queries.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { CallBackupButton } from "./call-backup-button.tsx";
import { CallRow } from "./call-row.tsx";
import "./backup-screen.css";

/** Every call for backup of the last 24 hours: where it stands and what can be done. */
export function BackupScreen() {
  const { t } = useLingui();
  const client = useClient();
  const siteId = useSettings().data?.siteId ?? null;
  const calls = useQuery({
    queryKey: queryKey("backup", "list", siteId),
    queryFn: () => client.backup.list({ siteId }),
  });
  return (
    <>
      <ScreenHeader title={t`Renforts`} actions={<CallBackupButton />} />
      <div className="screen-body">
        {calls.data === undefined ? (
          <Skeleton rows={4} label={t`Les appels se chargent`} />
        ) : (
          <Calls calls={calls.data} />
        )}
      </div>
    </>
  );
}

function Calls({ calls }: { readonly calls: readonly BackupCall[] }) {
  const { t } = useLingui();
  const open = calls.filter((call) => isBackupOpen(call.state));
  const closed = calls.filter((call) => !isBackupOpen(call.state));
  return (
    <>
      <Panel title={t`En cours`} detail={open.length}>
        {open.length === 0 ? (
          <EmptyState title={t`Aucun renfort n’est appelé`}>
            {t`Appelez quelqu’un avec le bouton en haut à droite ou la touche B.`}
          </EmptyState>
        ) : (
          <CallList calls={open} />
        )}
      </Panel>
      {closed.length === 0 ? null : (
        <Panel title={t`Terminés depuis 24 heures`} detail={closed.length}>
          <CallList calls={closed} />
        </Panel>
      )}
    </>
  );
}

function CallList({ calls }: { readonly calls: readonly BackupCall[] }) {
  return (
    <ul className="call-list">
      {calls.map((call) => (
        <CallRow key={call.id} call={call} />
      ))}
    </ul>
  );
}
