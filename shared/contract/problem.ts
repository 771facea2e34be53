/** Problem reports: told by anybody, grouped, judged, and sent to who knows. */
import { z } from "zod";
import { problemChangeSchema, problemReportDraftSchema, problemSchema } from "../domain/problem.ts";
import { procedure } from "./procedure.ts";

const id = z.string().min(1).max(128);

export const problemContract = {
  /**
   * Newest first, with those that may be the same as an older one, and whether the one who asks decides what
   * becomes of them.
   */
  list: procedure.output(
    z.object({
      problems: z.array(problemSchema),
      suggestions: z.array(z.object({ problemId: z.string(), sameAs: z.string() })),
      mayDecide: z.boolean(),
    }),
  ),
  report: procedure.input(problemReportDraftSchema).output(problemSchema),
  change: procedure.input(z.object({ id, change: problemChangeSchema })).output(problemSchema),
  /** Says that a problem is the same as another one, whose reports its own are put to. */
  join: procedure.input(z.object({ id, into: id })).output(problemSchema),
  /** Says that two problems are not the same. */
  keepApart: procedure.input(z.object({ id, other: id })).output(problemSchema),
  /** Makes one report a problem of its own. */
  split: procedure.input(z.object({ id, reportId: id })).output(problemSchema),
  /** Agents who know a service best (level 3); of any service where none is named. */
  experts: procedure
    .input(z.object({ serviceId: z.string().nullable() }))
    .output(z.array(z.object({ id: z.string(), name: z.string() }))),
};
