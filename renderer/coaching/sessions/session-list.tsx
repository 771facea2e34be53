import { useLingui } from "@lingui/react/macro";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
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
    <ListBox
      aria-label={t`Séances`}
      className="session-list"
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
      items={sessions}
    >
      {(session) => (
        <ListBoxItem
          id={session.id}
          textValue={`${agentName(session.agentId)}, ${dateTime(session.startsAtMs, timeZone)}`}
          className="note-item session-item"
        >
          <span className="note-item-head">
            <strong>{agentName(session.agentId)}</strong>
            <SessionMark state={session.state} />
          </span>
          <small className="number">
            {dateTime(session.startsAtMs, timeZone)}
            {session.place === "" ? null : ` · ${session.place}`}
          </small>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
