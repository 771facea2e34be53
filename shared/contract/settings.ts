/** What a person may choose. */
import { settingsSchema } from "../domain/settings.ts";
import { procedure } from "./procedure.ts";

export const settingsContract = {
  get: procedure.output(settingsSchema),
  /** Changes the fields given. */
  put: procedure.input(settingsSchema.partial()).output(settingsSchema),
};
