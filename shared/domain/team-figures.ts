/** Figures of a team over the last four weeks: the landmarks beside a coaching note. Never of one person. */
import { z } from "zod";

export const teamFigureKinds = [
  "treated",
  "handle_p50",
  "served",
  "notes_shared",
  "notes_acknowledged",
] as const;
export type TeamFigureKind = (typeof teamFigureKinds)[number];

export const teamFigureSchema = z.object({
  kind: z.enum(teamFigureKinds),
  /** Of the agents whom the reader coaches, or of the whole house where it is not known by agent. */
  scope: z.enum(["team", "house"]),
  /** A score of 0–100, seconds, a count or a share of 0–1, by kind; null where too little is known to say. */
  value: z.number().nullable(),
  /** What it is made of: answers, cases or notes. */
  count: z.number(),
  definition: z.string(),
});
export type TeamFigure = z.infer<typeof teamFigureSchema>;

export const teamFiguresSchema = z.object({
  fromMs: z.number(),
  /** Exclusive. */
  toMs: z.number(),
  figures: z.array(teamFigureSchema),
});
export type TeamFigures = z.infer<typeof teamFiguresSchema>;

/** Fewer people than this would make a figure of the team one of a single person. */
export const leastTeamSize = 3;
