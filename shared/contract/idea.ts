/** Ideas and questions from the floor: proposed, discussed, tried, decided. */
import { z } from "zod";
import { ideaDraftSchema, ideaMoveSchema, ideaSchema } from "../domain/idea.ts";
import { ideaEffectSchema } from "../domain/idea-effect.ts";
import { procedure } from "./procedure.ts";

const id = z.string().min(1).max(128);

export const ideaContract = {
  /** Newest first, and whether the one who asks decides what becomes of them. */
  list: procedure.output(z.object({ ideas: z.array(ideaSchema), mayDecide: z.boolean() })),
  propose: procedure.input(ideaDraftSchema).output(ideaSchema),
  comment: procedure.input(z.object({ id, text: z.string().trim().min(1).max(2_000) })).output(ideaSchema),
  /** Tries, adopts, declines or answers. */
  move: procedure.input(z.object({ id, move: ideaMoveSchema })).output(ideaSchema),
  /** The figure before and after the start of the trial; null where it was never tried. */
  effect: procedure.input(z.object({ id })).output(ideaEffectSchema.nullable()),
};
