import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Problem, ProblemSuggestion } from "../../../shared/domain/problem.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { useNames } from "../use-names.ts";
import { JudgeDialog } from "./judge-dialog.tsx";
import { SeverityMark } from "./severity-mark.tsx";
import { useDecideProblem, useExperts } from "./use-problems.ts";
import { problemLooks, useProblemWords } from "./words.ts";

export interface ProblemDetailProps {
  readonly problem: Problem;
  readonly problems: readonly Problem[];
  readonly suggestions: readonly ProblemSuggestion[];
  readonly mayDecide: boolean;
  readonly onChoose: (id: string) => void;
}

/** One problem: how it was judged, whom to turn to, and everybody who reported it. */
export function ProblemDetail(props: ProblemDetailProps) {
  const { t } = useLingui();
  const { problem, problems, mayDecide } = props;
  const [isJudging, setJudging] = useState(false);
  const { states, natures } = useProblemWords();
  const names = useNames();
  const suggestion = props.suggestions.find(({ problemId }) => problemId === problem.id);
  const older = problems.find(({ id }) => id === suggestion?.sameAs);
  const [first] = problem.reports;
  if (first === undefined) return null;
  const place = [
    ...(first.serviceId === null ? [] : [names.service(first.serviceId)]),
    ...(first.siteId === null ? [] : [names.site(first.siteId)]),
  ];
  return (
    <article className="detail" aria-labelledby="problem-title">
      <div className="detail-head">
        <div>
          <h2 id="problem-title">{first.text}</h2>
          <p className="detail-labels">
            <SeverityMark problem={problem} />
            <span>{[natures[problem.nature], ...place].join(" · ")}</span>
          </p>
        </div>
        <StateMark {...problemLooks[problem.state]}>{states[problem.state]}</StateMark>
        {mayDecide ? (
          <Button variant="soft" onPress={() => setJudging(true)}>
            {t`Juger et orienter…`}
          </Button>
        ) : null}
      </div>
      {problem.expertId === null ? null : <Redirect expertId={problem.expertId} />}
      {older === undefined ? null : (
        <Suggestion problem={problem} older={older} mayDecide={mayDecide} onChoose={props.onChoose} />
      )}
      <Reports problem={problem} mayDecide={mayDecide} />
      <Judgements problem={problem} />
      {isJudging ? (
        <JudgeDialog problem={problem} serviceId={first.serviceId} onClose={() => setJudging(false)} />
      ) : null}
    </article>
  );
}

function Redirect({ expertId }: { readonly expertId: string }) {
  const { t } = useLingui();
  const name = useExperts(null).data?.find(({ id }) => id === expertId)?.name ?? expertId;
  return (
    <p className="problem-expert">
      <span aria-hidden="true">→</span> {t`Orienter vers ${name}`}
    </p>
  );
}

interface SuggestionProps {
  readonly problem: Problem;
  readonly older: Problem;
  readonly mayDecide: boolean;
  readonly onChoose: (id: string) => void;
}

/** An older problem that reads the same; somebody says whether it is. */
function Suggestion({ problem, older, mayDecide, onChoose }: SuggestionProps) {
  const { t } = useLingui();
  const decide = useDecideProblem();
  return (
    <section className="problem-suggestion" aria-labelledby="problem-suggestion">
      <h3 id="problem-suggestion">{t`Peut-être le même problème`}</h3>
      <p className="detail-text">{older.reports[0]?.text}</p>
      <div className="problem-actions">
        {mayDecide ? (
          <>
            <Button
              variant="soft"
              onPress={() => {
                onChoose(older.id);
                decide.mutate({ kind: "join", id: problem.id, into: older.id });
              }}
            >
              {t`C’est le même : réunir`}
            </Button>
            <Button onPress={() => decide.mutate({ kind: "keep_apart", id: problem.id, other: older.id })}>
              {t`Ce sont deux problèmes`}
            </Button>
          </>
        ) : null}
        <Button variant="quiet" onPress={() => onChoose(older.id)}>
          {t`Voir l’autre`}
        </Button>
      </div>
    </section>
  );
}

function Reports({ problem, mayDecide }: { readonly problem: Problem; readonly mayDecide: boolean }) {
  const { t } = useLingui();
  const decide = useDecideProblem();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  const canSplit = mayDecide && problem.reports.length > 1;
  return (
    <section className="detail-part" aria-labelledby="problem-reports">
      <h3 id="problem-reports">{t`Signalements`}</h3>
      <ol>
        {problem.reports.map(({ id, text, by, atMs, caseId }) => (
          <li key={id} className="told">
            <small className="number">
              {[by, dateTime(atMs, timeZone), ...(caseId === null ? [] : [t`dossier ${caseId}`])].join(" · ")}
            </small>
            <p className="detail-text">{text}</p>
            {canSplit ? (
              <Button
                variant="quiet"
                aria-label={t`Mettre à part : ${text}`}
                onPress={() => decide.mutate({ kind: "split", id: problem.id, reportId: id })}
              >
                {t`Mettre à part`}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Judgements({ problem }: { readonly problem: Problem }) {
  const { t } = useLingui();
  const { states, natures, severity } = useProblemWords();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  if (problem.history.length === 0) return null;
  return (
    <section className="detail-part" aria-labelledby="problem-history">
      <h3 id="problem-history">{t`Parcours`}</h3>
      <ol>
        {problem.history.map(({ state, nature, severity: level, by, atMs }) => (
          <li key={atMs} className="told">
            <StateMark {...problemLooks[state]}>{states[state]}</StateMark>{" "}
            <small className="number">
              {[natures[nature], severity(level), by, dateTime(atMs, timeZone)].join(" · ")}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
