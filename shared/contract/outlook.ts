/** What the coming hours hold, and what an action would do to them. */
import { z } from "zod";
import { foreseenActionSchema } from "../domain/floor-action.ts";
import { serviceOutlookSchema } from "../domain/outlook.ts";
import { predictionSchema } from "../domain/prediction.ts";
import { procedure } from "./procedure.ts";

export const outlookContract = {
  /** The next two hours of every service whose target is a matter of hours; worked out every 20 seconds. */
  list: procedure
    .input(z.object({ siteId: z.string().nullable() }))
    .output(z.object({ atMs: z.number(), services: z.array(serviceOutlookSchema) })),
  /** What the action would do; null where nothing can be said (it moves no queue, or what it names is gone). */
  preview: procedure
    .input(z.object({ siteId: z.string(), action: foreseenActionSchema }))
    .output(predictionSchema.nullable()),
};
