import { useLingui } from "@lingui/react/macro";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import { Entry, EntryList } from "../../ui/entry-list.tsx";
import { useFormat } from "../../ui/format.ts";
import { useAgentName } from "../use-notes.ts";
import { SessionMark } from "./session-mark.tsx";

export interface SessionListProps {
  readonly sessions: readonly CoachingSession[];
  readonly timeZone: string;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

/** Sessions by their start. */
export function SessionList({ sessions, timeZone, selectedId, onSelect }: SessionListProps) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const agentName = useAgentName();
  return (
    <EntryList label={t`Séances`} selectedId={selectedId} onSelect={onSelect} items={sessions}>
      {(session) => (
        <Entry
          id={session.id}
          text={`${agentName(session.agentId)}, ${dateTime(session.startsAtMs, timeZone)}`}
        >
          <span className="entry-line">
            <strong>{agentName(session.agentId)}</strong>
            <SessionMark state={session.state} />
          </span>
          <small className="number">
            {dateTime(session.startsAtMs, timeZone)}
            {session.place === "" ? null : ` · ${session.place}`}
          </small>
        </Entry>
      )}
    </EntryList>
  );
}
