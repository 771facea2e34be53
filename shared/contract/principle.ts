/** How the house stands on its seven principles. */
import { z } from "zod";
import { principleCardSchema } from "../domain/principle-figure.ts";
import { procedure } from "./procedure.ts";

export const principleOverviewSchema = z.object({
  /** 2026-11. */
  month: z.string(),
  /** Local dates; the last ones count too. Null where no day of the month is over yet. */
  firstDate: z.string(),
  lastDate: z.string().nullable(),
  previousFirstDate: z.string(),
  previousLastDate: z.string(),
  isUnderWay: z.boolean(),
  /** Days of the month before on which somebody came, and those of this one. */
  previousDaysKnown: z.number(),
  daysKnown: z.number(),
  /** In the house's order. */
  cards: z.array(principleCardSchema),
});
export type PrincipleOverview = z.infer<typeof principleOverviewSchema>;

export const principleContract = {
  overview: procedure
    .input(
      z.object({
        siteId: z.string().nullable(),
        /** 2026-11; null: the month under way, or in its first week the one before. */
        month: z
          .string()
          .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
          .nullable(),
      }),
    )
    .output(principleOverviewSchema),
};
