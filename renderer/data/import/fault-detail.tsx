import { faultOf } from "../../client/fault-sentence.ts";

/** The console's own sentence about what went wrong, which names the place; in English, as in the log. */
export function FaultDetail({ error }: { readonly error: unknown }) {
  const { message } = faultOf(error);
  return (
    <small lang="en" translate="no" className="fault-detail">
      {message}
    </small>
  );
}
