import type { JobView } from "../../../shared/contract/import.ts";
import { useFaultWords } from "../../client/fault-sentence.ts";

/** Why an import failed: what was kept and what to do, and the console's own words. */
export function JobFault({ job }: { readonly job: JobView }) {
  const sentenceOf = useFaultWords();
  if (job.fault === null) return null;
  return (
    <div role="alert">
      <p className="field-error">{sentenceOf(job.fault.code)}</p>
      <small lang="en" translate="no" className="fault-detail">
        {job.fault.message}
      </small>
    </div>
  );
}
