/** What a person may choose. */
import { settingsSchema } from "../domain/settings.ts";
import { procedure } from "./procedure.ts";

export const settingsContract = {
  get: procedure.output(settingsSchema),
  /** Changes the fields given. Notifications have secrets beside them, so they have a `put` of their own. */
  put: procedure.input(settingsSchema.omit({ notifications: true }).partial()).output(settingsSchema),
};
