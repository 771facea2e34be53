/** Problem reports: taken down, put together, judged, and sent to who knows. */
import { randomUUID } from "node:crypto";
import {
  changeProblem,
  joinProblems,
  keepApart,
  type Problem,
  type ProblemChange,
  type ProblemReportDraft,
  type ProblemSuggestion,
  problemOf,
  type SimilarTexts,
  splitReport,
  suggestProblems,
} from "../../shared/domain/problem.ts";
import { Fault } from "../../shared/faults.ts";
import type { ProblemStore } from "../store/problem-store.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { isDecider, refuseUnlessDecider } from "./decider.ts";

const expertLevel = 3;

export interface Expert {
  readonly id: string;
  readonly name: string;
}

export interface ProblemService {
  list(): Promise<{
    problems: Problem[];
    suggestions: ProblemSuggestion[];
    mayDecide: boolean;
  }>;
  report(draft: ProblemReportDraft): Promise<Problem>;
  change(id: string, change: ProblemChange): Promise<Problem>;
  join(id: string, into: string): Promise<Problem>;
  keepApart(id: string, other: string): Promise<Problem>;
  split(id: string, reportId: string): Promise<Problem>;
  experts(serviceId: string | null): Promise<Expert[]>;
}

export interface ProblemParts {
  readonly store: ProblemStore & Pick<Store, "agents" | "directory">;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly similar: SimilarTexts;
}

/** Makes the problems of a store. Everybody reports and reads; supervisors, team leads and managers decide. */
export function createProblems({ store, clock, access, similar }: ProblemParts): ProblemService {
  async function experts(serviceId: string | null): Promise<Expert[]> {
    const [agents, { roster }] = await Promise.all([store.agents(), store.directory()]);
    const skilled = [
      ...roster.map(({ agentId, name, skills }) => ({ id: agentId, name, skills })),
      ...agents.map(({ agent }) => agent),
    ].filter(({ skills }) =>
      skills.some(
        (skill) => skill.level === expertLevel && (serviceId === null || skill.serviceId === serviceId),
      ),
    );
    const names = new Map(skilled.map(({ id, name }) => [id, name]));
    return [...names]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
  }

  /** Lets one decide what becomes of problems; the last of those that are kept is the answer. */
  async function decide(change: (find: (id: string) => Problem) => readonly Problem[]): Promise<Problem> {
    refuseUnlessDecider(access.actor());
    const changed = await store.changeProblems((problems) => change((id) => find(problems, id)));
    const last = changed.at(-1);
    if (last === undefined) throw new Error("a decision about problems changed none");
    return last;
  }

  return {
    async list() {
      const mayDecide = isDecider(access.actor());
      const problems = await store.problems();
      return { mayDecide, problems, suggestions: suggestProblems(problems, similar) };
    },
    async report(draft) {
      const report = { ...draft, id: randomUUID(), by: access.actor().name, atMs: clock.nextMs() };
      const problem = problemOf(randomUUID(), report);
      await store.changeProblems(() => [problem]);
      return problem;
    },
    async change(id, change) {
      const { name } = access.actor();
      const problem = find(await store.problems(), id);
      const serviceId = problem.reports.find((report) => report.serviceId !== null)?.serviceId ?? null;
      const isNew = change.expertId !== null && change.expertId !== problem.expertId;
      if (isNew && !(await experts(serviceId)).some((expert) => expert.id === change.expertId)) {
        throw new Fault(
          "agent_not_qualified",
          "Only who knows the service best (level 3) can be turned to; nothing was changed.",
          { agentId: change.expertId },
        );
      }
      return decide((known) => [changeProblem(known(id), change, name, clock.nextMs())]);
    },
    join: (id, into) =>
      decide((known) => {
        if (id === into) throw new Fault("invalid_input", "A problem is itself already.", { field: "into" });
        return joinProblems(known(id), known(into));
      }),
    keepApart: (id, other) => decide((known) => [keepApart(known(id), known(other))]),
    split: (id, reportId) => decide((known) => splitReport(known(id), reportId, randomUUID())),
    experts,
  };
}

function find(problems: readonly Problem[], id: string): Problem {
  const found = problems.find((problem) => problem.id === id);
  if (found === undefined) throw new Fault("not_found", "The problem is not known.", { problemId: id });
  return found;
}
