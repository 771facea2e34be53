/** One place with counters, phones or a mailbox, in one time zone. */
import { z } from "zod";

export const siteSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** IANA name, such as `Europe/Paris`. */
  timeZone: z.string(),
});
export type Site = z.infer<typeof siteSchema>;
