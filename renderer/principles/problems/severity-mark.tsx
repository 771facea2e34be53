import type { Problem } from "../../../shared/domain/problem.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { severityLook, useProblemWords } from "./words.ts";

/** How bad a problem was judged; marked as long as somebody suffers from it. */
export function SeverityMark({ problem }: { readonly problem: Problem }) {
  const { severity } = useProblemWords();
  const look = severityLook(problem);
  const words = severity(problem.severity);
  return look === null ? words : <StateMark {...look}>{words}</StateMark>;
}
