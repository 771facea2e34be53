import { useLingui } from "@lingui/react/macro";
import type { AgentFigures, AgentServiceFigures } from "../../shared/domain/agent-figures.ts";
import { useDirectory } from "../client/queries.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Table } from "../ui/table.tsx";
import "./agent-figures-table.css";

/** What one agent did, by service, beside what is usual there; never beside another person. */
export function AgentFiguresTable({ figures }: { readonly figures: AgentFigures }) {
  const { t } = useLingui();
  const { duration, number } = useFormat();
  const services = useDirectory().data?.services;
  const time = (seconds: number | null) => (seconds === null ? "–" : duration(seconds));
  if (figures.services.length === 0) {
    return (
      <EmptyState title={t`Aucun dossier servi ces quatre semaines.`}>
        {t`Les repères viennent des dossiers servis ; il n’y en a pas encore.`}
      </EmptyState>
    );
  }
  return (
    <div className="agent-figures">
      <Table<AgentServiceFigures>
        label={t`Repères par démarche`}
        keyOf={(row) => row.serviceId}
        rows={figures.services}
        columns={[
          {
            id: "service",
            title: t`Démarche`,
            render: (row) => services?.find((one) => one.id === row.serviceId)?.name ?? row.serviceId,
          },
          { id: "served", title: t`Servis`, isNumber: true, render: (row) => number(row.served) },
          {
            id: "handling",
            title: t`Durée médiane`,
            isNumber: true,
            render: (row) => time(row.handleP50Seconds),
          },
          {
            id: "usual",
            title: t`Habituelle`,
            isNumber: true,
            render: (row) => time(row.usualHandleP50Seconds),
          },
        ]}
      />
      <p className="agent-figures-note">
        {t`Durée médiane du début à la fin, à partir de cinq dossiers. « Habituelle » : celle de tous les agents de la démarche, montrée quand au moins trois y ont servi. Une durée plus longue n’est pas un défaut.`}
      </p>
    </div>
  );
}
