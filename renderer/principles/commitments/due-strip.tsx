import { Plural, Trans } from "@lingui/react/macro";
import { memo } from "react";
import { Link } from "wouter";
import { StateMark } from "../../ui/state-mark.tsx";
import { useCommitments } from "./use-commitments.ts";
import { standingLooks } from "./words.ts";
import "./commitments.css";

/** What was promised for today on the floor, and what is overdue; nothing where nothing is, and never in doubt. */
export const DueStrip = memo(function DueStrip() {
  const { data, error } = useCommitments();
  const commitments = data ?? [];
  const isUnread = data === undefined && error !== null;
  const dueToday = commitments.filter(({ standing }) => standing === "due_today").length;
  const overdue = commitments.filter(({ standing }) => standing === "overdue").length;
  if (dueToday + overdue === 0 && !isUnread) return null;
  return (
    <section className="due-strip number" aria-labelledby="due-strip-title">
      <Link to="/principles/commitments" id="due-strip-title">
        <Trans>Engagements du jour</Trans>
      </Link>
      {isUnread ? (
        <StateMark shape="triangle" tone="warn">
          <Trans>n’ont pas pu être lus</Trans>
        </StateMark>
      ) : null}
      {dueToday === 0 ? null : (
        <StateMark {...standingLooks.due_today}>
          <Plural value={dueToday} one="# à rendre aujourd’hui" other="# à rendre aujourd’hui" />
        </StateMark>
      )}
      {overdue === 0 ? null : (
        <StateMark {...standingLooks.overdue}>
          <Plural value={overdue} one="# en retard" other="# en retard" />
        </StateMark>
      )}
    </section>
  );
});
