import { useLingui } from "@lingui/react/macro";
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import type { FloorAgent, FloorService } from "../../shared/domain/floor.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Tag } from "../ui/tag.tsx";
import { useFloor } from "./floor-context.tsx";
import { FrequentReason } from "./frequent-reason.tsx";
import { QueueFacts } from "./target-lists.tsx";
import "../ui/choice-list.css";

export interface MoveFormProps {
  readonly agent: FloorAgent;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (serviceIds: ReadonlySet<string>) => void;
  readonly onReason: (reason: string) => void;
}

/** The services of the site that somebody may serve: those of their skills, or all where these are not known. */
export function useServicesFor(agent: FloorAgent): readonly FloorService[] {
  const services = useFloor((floor) => floor.serviceList);
  return services.filter(
    ({ siteId, serviceId }) =>
      siteId === agent.siteId &&
      (agent.skills.length === 0 || agent.skills.some((skill) => skill.serviceId === serviceId)),
  );
}

/** Which services somebody serves from now on, and why. */
export function MoveForm({ agent, chosen, onChoose, onReason }: MoveFormProps) {
  const { t } = useLingui();
  const services = useServicesFor(agent);
  if (services.length === 0) {
    return (
      <EmptyState title={t`Aucune démarche de ce site n’est dans ses compétences`}>
        {t`Les compétences sont annoncées par le flux à la prise de poste (agent.signed_in).`}
      </EmptyState>
    );
  }
  return (
    <>
      <ListBox
        className="choice-list"
        aria-label={t`Démarches à servir`}
        selectionMode="multiple"
        autoFocus={chosen.size === 0 ? "first" : false}
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(new Set(keys === "all" ? services.map((one) => one.serviceId) : [...keys].map(String)))
        }
      >
        {services.map((service) => (
          <ListBoxItem
            key={service.serviceId}
            id={service.serviceId}
            textValue={service.name}
            className="choice"
          >
            <Text slot="label" className="choice-name">
              {service.name}
            </Text>
            <QueueFacts service={service} />
            {agent.assignedServiceIds?.includes(service.serviceId) ? (
              <Tag>{t`affectation actuelle`}</Tag>
            ) : null}
          </ListBoxItem>
        ))}
      </ListBox>
      <FrequentReason
        frequent={[t`Équilibrer les files`, t`Absence imprévue`, t`Retour à la normale`]}
        onChange={onReason}
      />
    </>
  );
}
