/** What is wrong with a schedule as it is written. */
import { type ReportScheduleDraft, reportScheduleDraftSchema } from "../../shared/domain/report-schedule.ts";

export type ScheduleMistake = "time" | "path" | "address";

/** A folder named from the root of a disk, as any of the three systems writes it. */
const wholePath = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;

export function mistakesOf(draft: ReportScheduleDraft): ReadonlySet<ScheduleMistake> {
  const mistakes = new Set<ScheduleMistake>();
  const read = reportScheduleDraftSchema.safeParse(draft);
  for (const { path } of read.error?.issues ?? []) {
    const field = path.at(-1);
    if (field === "time" || field === "path" || field === "address") mistakes.add(field);
  }
  if (draft.target.kind === "folder" && !wholePath.test(draft.target.path.trim())) mistakes.add("path");
  return mistakes;
}
