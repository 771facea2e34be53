/** An event or a row that could not be taken in, kept with its reason until a person deals with it. */
import { z } from "zod";
import { faultSchema } from "../faults.ts";

export const rejectSchema = z.object({
  id: z.number(),
  receivedAtMs: z.number(),
  /** Which feed sent it: `http`, or the name of the imported file. */
  feed: z.string(),
  /** Line in the file, from 1; null for HTTP. */
  line: z.number().nullable(),
  fault: faultSchema,
  /** What came, as it came. */
  raw: z.string(),
  /** The import whose row it is; absent where it did not come by one. */
  importId: z.string().optional(),
});
export type Reject = z.infer<typeof rejectSchema>;
