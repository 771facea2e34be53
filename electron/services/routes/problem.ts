/** The routes of problem reports. */
import type { ProblemService } from "../problem.ts";
import type { Implementer } from "./implementer.ts";

export function problemRoutes({ problem }: Implementer, problems: ProblemService) {
  return {
    list: problem.list.handler(() => problems.list()),
    report: problem.report.handler(({ input }) => problems.report(input)),
    change: problem.change.handler(({ input }) => problems.change(input.id, input.change)),
    join: problem.join.handler(({ input }) => problems.join(input.id, input.into)),
    keepApart: problem.keepApart.handler(({ input }) => problems.keepApart(input.id, input.other)),
    split: problem.split.handler(({ input }) => problems.split(input.id, input.reportId)),
    experts: problem.experts.handler(({ input }) => problems.experts(input.serviceId)),
  };
}
