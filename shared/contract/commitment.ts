/** Commitments to citizens: made, kept, missed, and how many were kept in time. */
import { z } from "zod";
import { commitmentDraftSchema, commitmentSchema, commitmentStandings } from "../domain/commitment.ts";
import { commitmentFigureSchema } from "../domain/commitment-figure.ts";
import { procedure } from "./procedure.ts";

const id = z.string().min(1).max(300);
const site = z.object({ siteId: z.string().nullable() });

/** A commitment with what a screen shows beside it. */
export const commitmentViewSchema = commitmentSchema.extend({
  standing: z.enum(commitmentStandings),
  ownerName: z.string(),
  /** Ticket of the case; null where it is not known. */
  ticket: z.string().nullable(),
  /** Whether the one who asks may say that it was kept or missed. */
  maySettle: z.boolean(),
});
export type CommitmentView = z.infer<typeof commitmentViewSchema>;

export const ownerSchema = z.object({ id: z.string(), name: z.string() });

export const commitmentContract = {
  /** Open ones, and those settled that fell due in the last 30 days or later; an agent gets their own. */
  list: procedure.input(site).output(z.array(commitmentViewSchema)),
  /** Whom the one who asks may name as owner, by name. */
  owners: procedure.output(z.array(ownerSchema)),
  make: procedure.input(commitmentDraftSchema).output(commitmentSchema),
  keep: procedure.input(z.object({ id })).output(commitmentSchema),
  miss: procedure.input(z.object({ id })).output(commitmentSchema),
  /** Of the last twelve months, this one included. */
  figures: procedure.input(site).output(
    z.object({
      definition: z.string(),
      total: commitmentFigureSchema,
      byService: z.array(commitmentFigureSchema),
      byMonth: z.array(commitmentFigureSchema),
    }),
  ),
};
