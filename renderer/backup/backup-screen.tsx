import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type BackupCall, isBackupOpen } from "../../shared/domain/backup.ts";
import { cascadesOf } from "../../shared/domain/backup-cascade.ts";
import type { Delivery } from "../../shared/domain/delivery.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useSettings } from "../client/queries.ts";
import { useMay } from "../client/session.ts";
import { Unread } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { CallBackupButton } from "./call-backup-button.tsx";
import { CallRow } from "./call-row.tsx";
import { CascadeCards } from "./cascade-card.tsx";
import { FiguresPanel } from "./figures-panel.tsx";
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
  const deliveries = useQuery({
    queryKey: queryKey("backup", "deliveries", siteId),
    queryFn: () => client.backup.deliveries({ siteId }),
  });
  return (
    <>
      <ScreenHeader title={t`Renforts`} actions={<CallBackupButton />} />
      <div className="screen-body">
        {calls.data === undefined ? (
          <Panel title={t`En cours`}>
            <Unread
              question={calls}
              rows={4}
              label={t`Les appels se chargent`}
              failure={t`Les appels n’ont pas pu être lus.`}
            />
          </Panel>
        ) : (
          <Calls calls={calls.data} deliveries={deliveries.data ?? []} />
        )}
        <FiguresPanel siteId={siteId} />
      </div>
    </>
  );
}

interface CallsProps {
  readonly calls: readonly BackupCall[];
  readonly deliveries: readonly Delivery[];
}

function Calls({ calls, deliveries }: CallsProps) {
  const { t } = useLingui();
  const mayCall = useMay()("backup", "request");
  const open = calls.filter((call) => isBackupOpen(call.state));
  const closed = calls.filter((call) => !isBackupOpen(call.state));
  return (
    <>
      <Panel title={t`En cours`} detail={open.length}>
        <CascadeCards cascades={cascadesOf(calls)} />
        {open.length === 0 ? (
          <EmptyState title={t`Aucun renfort n’est appelé`}>
            {mayCall
              ? t`Appelez quelqu’un avec le bouton en haut à droite ou la touche B.`
              : t`Dès que la supervision appelle quelqu’un, l’appel se suit ici.`}
          </EmptyState>
        ) : (
          <CallList calls={open} deliveries={deliveries} />
        )}
      </Panel>
      {closed.length === 0 ? null : (
        <Panel title={t`Terminés depuis 24 heures`} detail={closed.length}>
          <CallList calls={closed} deliveries={deliveries} />
        </Panel>
      )}
    </>
  );
}

function CallList({ calls, deliveries }: CallsProps) {
  return (
    <ul className="call-list">
      {calls.map((call) => (
        <CallRow
          key={call.id}
          call={call}
          deliveries={deliveries.filter((delivery) => delivery.callId === call.id)}
        />
      ))}
    </ul>
  );
}
