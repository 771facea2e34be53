import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import type { Assignee } from "../../shared/contract/case.ts";
import { agentStateSchema } from "../../shared/domain/agent.ts";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useClient } from "../client/client.ts";
import { Unread } from "../shell/awaited.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import type { ReassignRequest } from "./reassign-request.ts";
import { RunningWait } from "./running.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { agentLooks } from "./words.ts";
import "../ui/choice-list.css";

export interface TargetListProps {
  readonly request: ReassignRequest;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** People who could take the cases; those who can't stand below with the reason. */
export function AgentTargets({ request, chosen, onChoose }: TargetListProps) {
  const { t } = useLingui();
  const client = useClient();
  const { siteId, serviceId } = request;
  const assignees = useQuery({
    queryKey: ["assignees", siteId, serviceId],
    queryFn: () => client.case.assignees({ siteId, serviceId }),
    staleTime: 0,
    gcTime: 0,
  });
  if (assignees.data === undefined) {
    return (
      <Unread
        question={assignees}
        rows={4}
        label={t`Les agents se chargent`}
        failure={t`Les agents n’ont pas pu être lus.`}
      />
    );
  }
  if (assignees.data.length === 0) {
    return (
      <EmptyState title={t`Aucun agent n’est connecté sur ce site`}>
        {t`Appelez un renfort, ou envoyez les dossiers vers une autre démarche.`}
      </EmptyState>
    );
  }
  return (
    <ListBox
      className="choice-list"
      aria-label={t`Agents`}
      selectionMode="single"
      autoFocus={chosen === null ? "first" : false}
      selectedKeys={chosen === null ? [] : [chosen]}
      disabledKeys={assignees.data.filter((one) => one.unsuitableBecause !== null).map((one) => one.agentId)}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
    >
      {assignees.data.map((assignee) => (
        <ListBoxItem
          key={assignee.agentId}
          id={assignee.agentId}
          textValue={assignee.name}
          className="choice"
        >
          <Text slot="label" className="choice-name">
            {assignee.name}
          </Text>
          <Suitability assignee={assignee} siteId={siteId} />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

interface SuitabilityProps {
  readonly assignee: Assignee;
  readonly siteId: string;
}

function Suitability({ assignee, siteId }: SuitabilityProps) {
  const { t, i18n } = useLingui();
  const state = agentStateSchema.safeParse(assignee.state).data ?? "offline";
  const look = agentLooks[state];
  return (
    <>
      <Text slot="description" className="choice-detail">
        {assignee.unsuitableBecause === "not_qualified" ? (
          <Trans>n’est pas formé à cette démarche</Trans>
        ) : assignee.unsuitableBecause === "not_present" ? (
          <Absence assignee={assignee} siteId={siteId} />
        ) : (
          <>
            {assignee.level === null ? null : t`niveau ${assignee.level}`}
            {assignee.level === null || assignee.assignedCases === 0 ? null : " · "}
            {assignee.assignedCases === 0 ? null : (
              <Plural value={assignee.assignedCases} one="# l’attend déjà" other="# l’attendent déjà" />
            )}
          </>
        )}
      </Text>
      <StateMark shape={look.shape} tone={look.tone}>
        {i18n._(look.word)}
      </StateMark>
    </>
  );
}

/** Why somebody who is trained for it can't take a case at once, and when they can. */
function Absence({ assignee, siteId }: SuitabilityProps) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(siteId);
  const level = assignee.level === null ? "" : t`niveau ${assignee.level}, `;
  if (assignee.state !== "paused") {
    const absence = assignee.state === "offline" ? t`n’est pas connecté` : t`n’est pas au public`;
    return level + absence;
  }
  const back = assignee.plannedEndMs === null ? null : format.time(assignee.plannedEndMs, timeZone);
  return level + (back === null ? t`en pause, retour non annoncé` : t`en pause, retour prévu ${back}`);
}

/** The other queues of the site, with what waits there. */
export function ServiceTargets({ request, chosen, onChoose }: TargetListProps) {
  const { t } = useLingui();
  const services = useFloor((floor) => floor.serviceList).filter(
    (service) => service.siteId === request.siteId && service.serviceId !== request.serviceId,
  );
  if (services.length === 0) return <EmptyState title={t`Ce site n’a pas d’autre démarche`} />;
  return (
    <ListBox
      className="choice-list"
      aria-label={t`Démarches`}
      selectionMode="single"
      autoFocus={chosen === null ? "first" : false}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
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
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** Who waits in a queue, who serves it, and the longest wait. */
export function QueueFacts({ service }: { readonly service: FloorService }) {
  return (
    <>
      <Text slot="description" className="choice-detail number">
        <Plural value={service.queueLength} one="# en attente" other="# en attente" />
        {" · "}
        <Plural value={service.agentsOn} _0="aucun agent" one="# agent" other="# agents" />
      </Text>
      {service.longestWaitSinceMs === null ? null : (
        <RunningWait sinceMs={service.longestWaitSinceMs} targetSeconds={service.targetSeconds} />
      )}
    </>
  );
}
