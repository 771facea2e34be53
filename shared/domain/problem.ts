/** Problems that people report: a one-off glitch or a real one, how bad, and who knows about it. */
import { z } from "zod";
import { Fault } from "../faults.ts";

export const problemNatures = ["unknown", "glitch", "real"] as const;
export type ProblemNature = (typeof problemNatures)[number];
export const problemStates = ["open", "being_fixed", "solved"] as const;
export type ProblemState = (typeof problemStates)[number];

const key = z.string().min(1).max(128);

/** What a person fills in. */
export const problemReportDraftSchema = z.object({
  text: z.string().trim().min(1).max(2_000),
  siteId: key.nullable(),
  serviceId: key.nullable(),
  caseId: key.nullable(),
});
export type ProblemReportDraft = z.infer<typeof problemReportDraftSchema>;

export const problemReportSchema = problemReportDraftSchema.extend({
  id: z.string(),
  by: z.string(),
  atMs: z.number(),
});
export type ProblemReport = z.infer<typeof problemReportSchema>;

/** What is decided about a problem. */
export const problemChangeSchema = z.object({
  nature: z.enum(problemNatures),
  /** 1: annoying, 2: slows people down, 3: nobody can be served; null: not judged yet. */
  severity: z.int().min(1).max(3).nullable(),
  state: z.enum(problemStates),
  /** The agent to turn to. */
  expertId: key.nullable(),
});
export type ProblemChange = z.infer<typeof problemChangeSchema>;

export const problemSchema = problemChangeSchema.extend({
  id: z.string(),
  createdAtMs: z.number(),
  /** The oldest first; the first one gives the problem its name. */
  reports: z.array(problemReportSchema),
  /** Problems that somebody said are others, so that they are not proposed again. */
  apartFrom: z.array(z.string()),
  /** Every decision, the oldest first. */
  history: z.array(problemChangeSchema.extend({ by: z.string(), atMs: z.number() })),
});
export type Problem = z.infer<typeof problemSchema>;

/** A problem that may be the same as another one. */
export interface ProblemSuggestion {
  readonly problemId: string;
  /** The older one, into which it would go. */
  readonly sameAs: string;
}

/**
 * Groups of texts that say nearly the same, by their places in the list; texts that resemble no other one are in no
 * group.
 */
export type SimilarTexts = (texts: readonly string[]) => readonly (readonly number[])[];

/** A problem as it is first reported. */
export function problemOf(id: string, report: ProblemReport): Problem {
  return {
    id,
    createdAtMs: report.atMs,
    nature: "unknown",
    severity: null,
    state: "open",
    expertId: null,
    reports: [report],
    apartFrom: [],
    history: [],
  };
}

/** The newer problems whose reports read like those of an older one, unless somebody said that they differ. */
export function suggestProblems(problems: readonly Problem[], similar: SimilarTexts): ProblemSuggestion[] {
  const told = problems.flatMap((problem) => problem.reports.map(({ text }) => ({ problem, text })));
  const suggestions = new Map<string, ProblemSuggestion>();
  for (const group of similar(told.map(({ text }) => text))) {
    const found = [...new Set(group.flatMap((index) => told[index]?.problem ?? []))].sort(byAge);
    const [oldest, ...others] = found;
    if (oldest === undefined) continue;
    for (const { id, apartFrom } of others) {
      if (suggestions.has(id) || apartFrom.includes(oldest.id) || oldest.apartFrom.includes(id)) continue;
      suggestions.set(id, { problemId: id, sameAs: oldest.id });
    }
  }
  return [...suggestions.values()];
}

function byAge(a: Problem, b: Problem): number {
  return a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1);
}

/** Puts the reports of one problem to those of another; the first one is left without any. */
export function joinProblems(from: Problem, into: Problem): readonly [Problem, Problem] {
  const reports = [...into.reports, ...from.reports].sort((a, b) => a.atMs - b.atMs);
  return [
    { ...from, reports: [] },
    { ...into, reports, apartFrom: [...new Set([...into.apartFrom, ...from.apartFrom])] },
  ];
}

/** Says that two problems are not the same. */
export function keepApart(one: Problem, other: Problem): Problem {
  return { ...one, apartFrom: [...new Set([...one.apartFrom, other.id])] };
}

/**
 * Takes one report out of a problem, as a problem of its own.
 *
 * @throws Fault `not_found` where it is not there, `invalid_input` where it is the only one
 */
export function splitReport(problem: Problem, reportId: string, newId: string): readonly [Problem, Problem] {
  const report = problem.reports.find(({ id }) => id === reportId);
  if (report === undefined) throw new Fault("not_found", "The report is not known.", { reportId });
  const reports = problem.reports.filter(({ id }) => id !== reportId);
  if (reports.length === 0) {
    throw new Fault("invalid_input", "The only report of a problem can't be taken out of it.", {
      field: "reportId",
    });
  }
  return [
    { ...problem, reports },
    { ...problemOf(newId, report), apartFrom: [problem.id] },
  ];
}

/** The problem as somebody judged it. */
export function changeProblem(problem: Problem, change: ProblemChange, by: string, atMs: number): Problem {
  return { ...problem, ...change, history: [...problem.history, { ...change, by, atMs }] };
}
