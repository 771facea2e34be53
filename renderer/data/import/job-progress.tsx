import { useLingui } from "@lingui/react/macro";
import type { JobView } from "../../../shared/contract/import.ts";
import { useFormat } from "../../ui/format.ts";
import { ProgressLine } from "./progress-line.tsx";

/** How far an import is, and how long it still takes. */
export function JobProgress({ job, label }: { readonly job: JobView; readonly label: string }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const rest = job.restSeconds === null ? undefined : t`encore ${duration(job.restSeconds)} environ`;
  const share = job.totalBytes === 0 ? 0 : job.readBytes / job.totalBytes;
  return <ProgressLine label={label} share={share} {...(rest === undefined ? {} : { detail: rest })} />;
}
