import { Plural, useLingui } from "@lingui/react/macro";
import type { Idea, IdeaState } from "../../../shared/domain/idea.ts";
import { usePrincipleName } from "../../coaching/words.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Entry, EntrySections } from "../../ui/entry-list.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Tag } from "../../ui/tag.tsx";
import { stateLooks, useIdeaWords } from "./words.ts";

/** What is under way comes first, what is closed last. */
const order: readonly IdeaState[] = ["trying", "proposed", "adopted", "answered", "declined"];

/** The idea on top of the list. */
export function firstIdea(ideas: readonly Idea[]): Idea | undefined {
  return order.flatMap((state) => ideas.filter((idea) => idea.state === state))[0];
}

export interface IdeaListProps {
  readonly ideas: readonly Idea[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

/** Ideas and questions by where they stand, the newest first. */
export function IdeaList({ ideas, selectedId, onSelect }: IdeaListProps) {
  const { t } = useLingui();
  const { groups } = useIdeaWords();
  return (
    <EntrySections
      label={t`Idées et questions`}
      selectedId={selectedId}
      onSelect={onSelect}
      sections={order.map((state) => ({
        id: `state-${state}`,
        head: <StateMark {...stateLooks[state]}>{groups[state]}</StateMark>,
        items: ideas.filter((idea) => idea.state === state),
      }))}
    >
      {(idea) => <IdeaEntry key={idea.id} idea={idea} />}
    </EntrySections>
  );
}

function IdeaEntry({ idea }: { readonly idea: Idea }) {
  const principleName = usePrincipleName();
  const { kinds } = useIdeaWords();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  return (
    <Entry id={idea.id} text={idea.title}>
      <strong>{idea.title}</strong>
      <span className="entry-line">
        {idea.principle === null ? null : (
          <span className="entry-principle">{principleName(idea.principle)}</span>
        )}
        {idea.kind === "question" ? <Tag>{kinds.question}</Tag> : null}
      </span>
      <span className="entry-line number">
        <small>
          {idea.author} · {dateTime(idea.createdAtMs, timeZone)}
        </small>
        {idea.comments.length === 0 ? null : (
          <small>
            <Plural value={idea.comments.length} one="# commentaire" other="# commentaires" />
          </small>
        )}
      </span>
    </Entry>
  );
}
