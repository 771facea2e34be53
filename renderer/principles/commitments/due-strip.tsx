import { Plural, Trans } from "@lingui/react/macro";
import { memo } from "react";
import { Link } from "wouter";
import { StateMark } from "../../ui/state-mark.tsx";
import { useCommitments } from "./use-commitments.ts";
import { standingLooks } from "./words.ts";
import "./commitments.css";

/** What was promised for today on the floor, and what is overdue; nothing where nothing is. */
export const DueStrip = memo(function DueStrip() {
  const commitments = useCommitments().data ?? [];
  const dueToday = commitments.filter(({ standing }) => standing === "due_today").length;
  const overdue = commitments.filter(({ standing }) => standing === "overdue").length;
  if (dueToday + overdue === 0) return null;
  return (
    <section className="due-strip number" aria-labelledby="due-strip-title">
      <Link to="/principles/commitments" id="due-strip-title">
        <Trans>Engagements du jour</Trans>
      </Link>
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
