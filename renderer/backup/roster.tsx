import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { GridList, GridListItem, Text } from "react-aria-components";
import type { BackupCandidate } from "../../shared/domain/backup.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { Unread } from "../shell/awaited.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import "../ui/choice-list.css";

export interface RosterProps {
  readonly siteId: string;
  readonly serviceId: string;
  readonly chosen: ReadonlySet<string>;
  /** The chosen people, in the order of the list. */
  readonly onChoose: (agentIds: ReadonlySet<string>) => void;
  /** Whether they are called in this order: each then shows its rank. */
  readonly isInTurn: boolean;
}

/** Who could come, best choice first; who can't be asked stands below with the reason. */
export function Roster({ siteId, serviceId, chosen, onChoose, isInTurn }: RosterProps) {
  const { t } = useLingui();
  const client = useClient();
  const labelId = useId();
  const roster = useQuery({
    queryKey: queryKey("backup", "roster", siteId, serviceId),
    queryFn: () => client.backup.roster({ siteId, serviceId }),
    staleTime: 0,
  });
  if (roster.data === undefined) {
    return (
      <Unread
        question={roster}
        rows={4}
        label={t`Les personnes se chargent`}
        failure={t`Les personnes n’ont pas pu être lues.`}
      />
    );
  }
  if (roster.data.length === 0) {
    return (
      <EmptyState title={t`Personne hors public n’est formé à cette démarche`}>
        {t`Ajoutez des personnes à la liste des renforts, avec leurs compétences, dans les réglages.`}
      </EmptyState>
    );
  }
  const unavailable = roster.data.filter((one) => one.unavailableBecause !== null).map((one) => one.agentId);
  return (
    <div className="roster">
      <span id={labelId} className="field-label">
        {t`Qui appeler`}
      </span>
      <GridList
        className="choice-list"
        aria-labelledby={labelId}
        selectionMode="multiple"
        selectedKeys={chosen}
        disabledKeys={unavailable}
        onSelectionChange={(keys) => {
          const all = roster.data.map((one) => one.agentId).filter((id) => !unavailable.includes(id));
          onChoose(new Set(keys === "all" ? all : all.filter((id) => keys.has(id))));
        }}
      >
        {roster.data.map((candidate) => (
          <GridListItem
            key={candidate.agentId}
            id={candidate.agentId}
            textValue={candidate.name}
            className="choice"
          >
            <Checkbox slot="selection" />
            {isInTurn && chosen.has(candidate.agentId) ? (
              <span className="choice-rank number">{[...chosen].indexOf(candidate.agentId) + 1}</span>
            ) : null}
            <span className="choice-name">{candidate.name}</span>
            <Candidate candidate={candidate} />
          </GridListItem>
        ))}
      </GridList>
    </div>
  );
}

function Candidate({ candidate }: { readonly candidate: BackupCandidate }) {
  const { t } = useLingui();
  const { level, travelMinutes, callsThisWeek, unavailableBecause, phone } = candidate;
  const facts = [
    t`niveau ${level}`,
    travelMinutes === null ? null : travelMinutes === 0 ? t`sur place` : t`à ${travelMinutes} min`,
    phone,
  ].filter((fact) => fact !== null);
  return (
    <>
      <Text slot="description" className="choice-detail number">
        {unavailableBecause === "on_floor" ? (
          <Trans>déjà au public</Trans>
        ) : unavailableBecause === "outside_hours" ? (
          <Trans>hors de ses horaires</Trans>
        ) : unavailableBecause === "already_called" ? (
          <Trans>déjà appelé en renfort</Trans>
        ) : (
          facts.join(" · ")
        )}
      </Text>
      <small className="number">
        <Plural
          value={callsThisWeek}
          _0="pas appelé cette semaine"
          one="appelé # fois cette semaine"
          other="appelé # fois cette semaine"
        />
      </small>
    </>
  );
}
