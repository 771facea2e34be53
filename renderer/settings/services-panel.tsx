import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Service } from "../../shared/domain/service.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { channelWords } from "../floor/words.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { ServiceDialog } from "./service-dialog.tsx";
import { currentTarget } from "./target-form.ts";

/** Services, and how soon each should be served. */
export function ServicesPanel() {
  const { t } = useLingui();
  const { sites = [], services = [] } = useDirectory().data ?? {};
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = services.find((one) => one.id === editedId);
  return (
    <Panel
      title={t`Démarches et objectifs`}
      detail={t`un nouvel objectif compte à partir de sa date ; les jours d’avant gardent le leur`}
      className="settings-wide"
    >
      {services.length === 0 ? (
        <EmptyState title={t`Aucune démarche connue.`}>
          {t`Les démarches apparaissent d’elles-mêmes avec le premier événement qui les nomme.`}
        </EmptyState>
      ) : (
        <div className="settings-table">
          <Table
            label={t`Démarches et objectifs`}
            rows={services}
            keyOf={(service) => service.id}
            columns={[
              {
                id: "name",
                title: t`Démarche`,
                render: (service) => (
                  <>
                    <strong>{service.name}</strong>{" "}
                    {service.name === service.id ? null : <small>{service.id}</small>}
                  </>
                ),
              },
              {
                id: "channels",
                title: t`Canaux`,
                render: (service) => service.channels.map((channel) => t(channelWords[channel])).join(", "),
              },
              { id: "target", title: t`Objectif`, render: (service) => <TargetWords service={service} /> },
              {
                id: "edit",
                title: t`Modifier`,
                isNumber: true,
                render: (service) => (
                  <Button
                    variant="quiet"
                    aria-label={t`Modifier ${service.name}`}
                    onPress={() => setEditedId(service.id)}
                  >
                    {t`Modifier…`}
                  </Button>
                ),
              },
            ]}
          />
        </div>
      )}
      {edited === undefined ? null : (
        <ServiceDialog
          key={edited.id}
          service={edited}
          timeZone={sites[0]?.timeZone ?? "UTC"}
          onClose={() => setEditedId(null)}
        />
      )}
    </Panel>
  );
}

function TargetWords({ service }: { readonly service: Service }) {
  const { t } = useLingui();
  const { duration, percent } = useFormat();
  const words = useAtTick((nowMs) => {
    const target = currentTarget(service, nowMs);
    if (target === null) return null;
    const share = percent(target.share);
    const within = duration(target.withinSeconds);
    return t`${share} en ${within}`;
  });
  return <span className="number">{words ?? t`selon le canal`}</span>;
}
