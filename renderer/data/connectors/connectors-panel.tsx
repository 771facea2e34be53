import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ConnectorView } from "../../../shared/contract/connector.ts";
import { Unread } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { ConnectorActions } from "./connector-actions.tsx";
import { ConnectorDialog } from "./connector-dialog.tsx";
import { ConnectorStateMark } from "./connector-state-mark.tsx";
import { useConnectors } from "./use-connectors.ts";
import "./connectors.css";

/** Other queue systems that Vigie listens to: which, how they fare, and how to add one. */
export function ConnectorsPanel() {
  const { t } = useLingui();
  const connectors = useConnectors();
  const views = connectors.data;
  const [edited, setEdited] = useState<{ readonly view: ConnectorView | null } | null>(null);
  const add = () => setEdited({ view: null });
  return (
    <Panel
      title={t`Connecteurs`}
      detail={t`Novo SGA et ZMS`}
      className="data-wide"
      actions={
        views === undefined || views.length === 0 ? null : <Button onPress={add}>{t`Ajouter…`}</Button>
      }
    >
      {views === undefined ? (
        <Unread
          question={connectors}
          rows={2}
          label={t`Les connecteurs arrivent`}
          failure={t`Les connecteurs n’ont pas pu être lus.`}
        />
      ) : views.length === 0 ? (
        <EmptyState
          title={t`Aucun autre système n’est branché.`}
          action={<Button variant="soft" onPress={add}>{t`Ajouter un connecteur…`}</Button>}
        >
          {t`Si vos tickets viennent de Novo SGA ou de ZMS, Vigie les suit sans rien changer chez eux.`}
        </EmptyState>
      ) : (
        <div className="data-table">
          <Table
            label={t`Connecteurs`}
            rows={views}
            keyOf={(view) => view.connector.id}
            columns={[
              {
                id: "name",
                title: t`Nom`,
                render: ({ connector, source }) => (
                  <>
                    <strong>{connector.name}</strong> <small>{source}</small>
                  </>
                ),
              },
              {
                id: "kind",
                title: t`Système`,
                render: ({ connector }) => (connector.kind === "zms" ? "ZMS" : "Novo SGA"),
              },
              { id: "site", title: t`Accueil`, render: ({ connector }) => connector.siteId },
              { id: "state", title: t`État`, render: (view) => <ConnectorStateMark view={view} /> },
              {
                id: "actions",
                title: t`Actions`,
                isNumber: true,
                render: (view) => <ConnectorActions view={view} onEdit={() => setEdited({ view })} />,
              },
            ]}
          />
        </div>
      )}
      {edited === null ? null : <ConnectorDialog view={edited.view} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
