import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { scores } from "../../../shared/domain/feedback.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useMonthWords } from "./month-words.ts";
import { useScoreWords } from "./score-words.ts";
import { type FeedbackView, useFeltWords } from "./use-feedback.ts";

/** What scrolls is reached by keyboard, though nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

/** What people wrote, without who is named in it. */
export function FeltWordsPanel(props: {
  readonly view: FeedbackView;
  readonly serviceName: (id: string) => string;
  /** When the words were written that somebody came for; null where for none. */
  readonly askedAtMs: number | null;
}) {
  const { t } = useLingui();
  const { day } = useMonthWords();
  const timeZone = useTimeZone();
  const scoreWords = useScoreWords();
  const [treated, setTreated] = useState<number | null>(null);
  const question = useFeltWords(props.view, treated);
  const words = question.data?.words;
  const asked = useRef<HTMLLIElement>(null);
  const isFound = words?.some(({ atMs }) => atMs === props.askedAtMs) ?? false;
  useEffect(() => {
    if (isFound) asked.current?.scrollIntoView({ block: "center" });
  }, [isFound]);
  return (
    <Panel
      title={t`Ce qu’ils ont écrit`}
      className="feedback-words"
      actions={
        <FilterChip
          label={t`Ressenti`}
          options={scores.map((score) => ({ id: String(score), label: `${score} · ${scoreWords(score)}` }))}
          value={treated === null ? null : String(treated)}
          onChange={(id) => setTreated(id === null ? null : Number(id))}
          clearLabel={t`Montrer tous les ressentis`}
        />
      }
    >
      <Awaited
        question={question}
        failure={t`Les mots n’ont pas pu être lus.`}
        loading={<Skeleton rows={6} label={t`Les mots arrivent`} />}
      >
        {({ words: read }) =>
          read.length === 0 ? (
            <EmptyState title={t`Aucun mot à montrer.`}>
              {t`Les mots d’une démarche s’affichent à partir de cinq réponses sur la période.`}
            </EmptyState>
          ) : (
            <ul
              {...scrollable}
              className="feedback-word-list"
              aria-label={t`Mots des usagers, les plus récents d’abord`}
            >
              {read.map((one) => (
                <li
                  key={`${one.atMs} ${one.words}`}
                  ref={one.atMs === props.askedAtMs ? asked : null}
                  aria-current={one.atMs === props.askedAtMs ? true : undefined}
                >
                  <p>{one.words}</p>
                  <small className="number">
                    <b>
                      {one.treated} · {scoreWords(one.treated)}
                    </b>{" "}
                    · {props.serviceName(one.serviceId)} · {day(one.atMs, timeZone)}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
      <p className="feedback-note">
        {t`Noms, téléphones et adresses sont masqués avant d’être gardés. Un mot n’est jamais rattaché à un agent.`}
      </p>
    </Panel>
  );
}
