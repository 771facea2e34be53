import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Idea, type IdeaMove, nextStates } from "../../../shared/domain/idea.ts";
import { useMay } from "../../client/session.ts";
import { usePrincipleName } from "../../coaching/words.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { useNames } from "../use-names.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { Discussion } from "./discussion.tsx";
import { IdeaEffectPart } from "./idea-effect.tsx";
import { TrialDialog } from "./trial-dialog.tsx";
import { stateLooks, useIdeaWords } from "./words.ts";

export interface IdeaDetailProps {
  readonly idea: Idea;
  readonly mayDecide: boolean;
}

/** One idea or question: what it says, its effect, the discussion, and how it came to where it stands. */
export function IdeaDetail({ idea, mayDecide }: IdeaDetailProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<IdeaMove["to"] | null>(null);
  const { states, moves } = useIdeaWords();
  const mayReadNotes = useMay()("note", "get");
  const close = () => setAsked(null);
  const next = mayDecide ? nextStates(idea) : [];
  return (
    <article className="detail" aria-labelledby="idea-title">
      <div className="detail-head">
        <div>
          <h2 id="idea-title">{idea.title}</h2>
          <Labels idea={idea} />
        </div>
        <StateMark {...stateLooks[idea.state]}>{states[idea.state]}</StateMark>
        {next.map((to, index) => (
          <Button key={to} variant={index === 0 ? "soft" : "plain"} onPress={() => setAsked(to)}>
            {moves[to]}
          </Button>
        ))}
      </div>
      {idea.text === "" ? null : <p className="detail-text">{idea.text}</p>}
      {idea.noteId === null || !mayReadNotes ? null : (
        <p>
          <a href={`#/coaching?note=${encodeURIComponent(idea.noteId)}`}>{t`Voir la note d’où elle vient`}</a>
        </p>
      )}
      {idea.trial === null ? null : <IdeaEffectPart idea={idea} trial={idea.trial} />}
      <History idea={idea} />
      <Discussion idea={idea} />
      {asked === "trying" ? (
        <TrialDialog idea={idea} onClose={close} />
      ) : asked !== null ? (
        <DecisionDialog idea={idea} to={asked} onClose={close} />
      ) : null}
    </article>
  );
}

function Labels({ idea }: { readonly idea: Idea }) {
  const principleName = usePrincipleName();
  const names = useNames();
  const { kinds } = useIdeaWords();
  const place = [
    ...(idea.serviceId === null ? [] : [names.service(idea.serviceId)]),
    ...(idea.siteId === null ? [] : [names.site(idea.siteId)]),
  ];
  return (
    <p className="detail-labels">
      {idea.principle === null ? null : (
        <span className="entry-principle">{principleName(idea.principle)}</span>
      )}
      <span>{[kinds[idea.kind], idea.author, ...place].join(" · ")}</span>
    </p>
  );
}

/** Every change of state, with who, when and why. */
function History({ idea }: { readonly idea: Idea }) {
  const { t } = useLingui();
  const { states } = useIdeaWords();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  return (
    <section className="detail-part" aria-labelledby="idea-history">
      <h3 id="idea-history">{t`Parcours`}</h3>
      <ol>
        {idea.history.map(({ state, reason, by, atMs }) => (
          <li key={atMs} className="told">
            <StateMark {...stateLooks[state]}>{states[state]}</StateMark>{" "}
            <small className="number">
              {by} · {dateTime(atMs, timeZone)}
            </small>
            {reason === null ? null : <p className="detail-text">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
