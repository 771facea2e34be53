import { useLingui } from "@lingui/react/macro";
import { type Channel, channels } from "../../../shared/domain/channel.ts";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import type { ImportPlan } from "../../../shared/domain/import-plan.ts";
import { useDirectory } from "../../client/queries.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ColumnSelect } from "./column-select.tsx";
import { ValuesTable } from "./values-table.tsx";

export interface CaseFieldsProps {
  readonly facts: readonly ColumnFacts[];
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

const sameName = "same";
const prefix = "service:";

/** What a row is about: ticket, service, channel, agent and counter. */
export function CaseFields({ facts, plan, onChange }: CaseFieldsProps) {
  const { t } = useLingui();
  const { service } = plan;
  const services = useDirectory().data?.services ?? [];
  const textsOf = (name: string | null) => facts.find((fact) => fact.name === name)?.texts ?? [];
  return (
    <>
      <ColumnSelect
        label={t`Numéro de ticket`}
        facts={facts}
        value={plan.ticket}
        onChange={(ticket) => onChange(withTicket(plan, ticket))}
      />
      <ColumnSelect
        label={t`Démarche`}
        facts={facts}
        value={service.column}
        noneLabel={t`la même pour toutes les lignes`}
        onChange={(column) => onChange({ ...plan, service: { ...service, column } })}
      />
      {service.column === null ? (
        <TextField
          label={t`Nom de la démarche`}
          value={service.name === "" ? service.key : service.name}
          isRequired
          onChange={(name) =>
            onChange({ ...plan, service: { ...service, name, key: keyOf(name, service.key) } })
          }
        />
      ) : services.length === 0 ? null : (
        <ValuesTable
          label={t`Vos démarches`}
          texts={textsOf(service.column)}
          options={[
            { id: sameName, label: t`démarche du même nom` },
            ...services.map(({ id, name }) => ({ id: prefix + id, label: name })),
          ]}
          chosenFor={(text) => {
            const id = service.values[text];
            return id === undefined ? sameName : prefix + id;
          }}
          onChange={(text, id) => {
            const { [text]: _before, ...others } = service.values;
            const values = id === sameName ? others : { ...others, [text]: id.slice(prefix.length) };
            onChange({ ...plan, service: { ...service, values } });
          }}
        />
      )}
      <ChannelFields facts={facts} plan={plan} onChange={onChange} />
      <ColumnSelect
        label={t`Guichet`}
        facts={facts}
        value={plan.counter}
        onChange={(counter) => onChange({ ...plan, counter })}
      />
      <ColumnSelect
        label={t`Agent`}
        facts={facts}
        value={plan.agent}
        onChange={(agent) => onChange({ ...plan, agent })}
      />
    </>
  );
}

function ChannelFields({ facts, plan, onChange }: CaseFieldsProps) {
  const { t } = useLingui();
  const { channel } = plan;
  const words: Record<Channel, string> = {
    counter: t`Guichet`,
    phone: t`Téléphone`,
    email: t`Courriel`,
    online: t`En ligne`,
  };
  const options = channels.map((id) => ({ id, label: words[id] }));
  const asChannel = (id: string) => channels.find((one) => one === id) ?? "counter";
  return (
    <>
      <ColumnSelect
        label={t`Canal`}
        facts={facts}
        value={channel.column}
        noneLabel={t`le même pour toutes les lignes`}
        onChange={(column) => onChange({ ...plan, channel: { ...channel, column } })}
      />
      {channel.column === null ? (
        <Select
          label={t`Canal de toutes les lignes`}
          options={options}
          value={channel.channel}
          onChange={(id) => onChange({ ...plan, channel: { ...channel, channel: asChannel(id) } })}
        />
      ) : (
        <ValuesTable
          label={t`Ce que chaque canal veut dire`}
          texts={facts.find(({ name }) => name === channel.column)?.texts ?? []}
          options={options}
          chosenFor={(text) => channel.values[text] ?? "counter"}
          onChange={(text, id) =>
            onChange({
              ...plan,
              channel: { ...channel, values: { ...channel.values, [text]: asChannel(id) } },
            })
          }
        />
      )}
    </>
  );
}

/** What tells two cases apart follows the ticket, where it had a part in it. */
function withTicket(plan: ImportPlan, ticket: string | null): ImportPlan {
  const others = plan.identity.filter((name) => name !== plan.ticket);
  return { ...plan, ticket, identity: ticket === null ? others : [...new Set([...others, ticket])] };
}

/** A key that is never empty, from what is being written. */
function keyOf(name: string, before: string): string {
  const key = name.trim().slice(0, 128);
  return key === "" ? before : key;
}
