/** Ideas and questions from the floor: proposed by anybody, discussed, tried, then adopted or declined with a reason. */
import { z } from "zod";
import { Fault } from "../faults.ts";
import { principleSchema } from "./note.ts";

export const ideaKinds = ["idea", "question"] as const;
export type IdeaKind = (typeof ideaKinds)[number];

export const ideaStates = ["proposed", "trying", "adopted", "answered", "declined"] as const;
export const ideaStateSchema = z.enum(ideaStates);
export type IdeaState = z.infer<typeof ideaStateSchema>;

/** The figures by which a trial can be judged. */
export const ideaFigures = [
  "wait_p50",
  "wait_p90",
  "service_level",
  "abandonment",
  "handle_time",
  "experience",
] as const;
export const ideaFigureSchema = z.enum(ideaFigures);
export type IdeaFigure = z.infer<typeof ideaFigureSchema>;

const key = z.string().min(1).max(128);

/** What a person fills in. */
export const ideaDraftSchema = z.object({
  kind: z.enum(ideaKinds),
  title: z.string().trim().min(1).max(120),
  text: z.string().trim().max(4_000),
  principle: principleSchema.nullable(),
  siteId: key.nullable(),
  serviceId: key.nullable(),
  /** The coaching note that it came from. */
  noteId: key.nullable(),
});
export type IdeaDraft = z.infer<typeof ideaDraftSchema>;

/** From when an idea is tried, and the figure that is to show it. */
export const trialSchema = z.object({
  /** Local date of the first day of the trial. */
  startDate: z.iso.date(),
  figure: ideaFigureSchema,
  /** Where it is tried; null: everywhere. */
  siteId: key.nullable(),
  serviceId: key.nullable(),
});
export type Trial = z.infer<typeof trialSchema>;

/** What is decided about an idea. */
export const ideaMoveSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("trying"), trial: trialSchema }),
  z.object({
    to: z.enum(["adopted", "declined", "answered"]),
    /** Why; of a question, the answer. */
    reason: z.string().trim().min(1).max(2_000),
  }),
]);
export type IdeaMove = z.infer<typeof ideaMoveSchema>;

const signatureShape = { by: z.string(), atMs: z.number() };

export const ideaSchema = ideaDraftSchema.extend({
  id: z.string(),
  author: z.string(),
  createdAtMs: z.number(),
  state: ideaStateSchema,
  /** The last trial; null where it was never tried. */
  trial: trialSchema.nullable(),
  /** Every change of its state, the oldest first. */
  history: z.array(z.object({ state: ideaStateSchema, reason: z.string().nullable(), ...signatureShape })),
  /** The discussion, the oldest first. */
  comments: z.array(z.object({ id: z.string(), text: z.string(), ...signatureShape })),
});
export type Idea = z.infer<typeof ideaSchema>;

interface Signature {
  readonly by: string;
  readonly atMs: number;
}

/** An idea as it is proposed. */
export function proposeIdea(id: string, draft: IdeaDraft, { by, atMs }: Signature): Idea {
  const history: Idea["history"] = [{ state: "proposed", reason: null, by, atMs }];
  return {
    ...draft,
    id,
    author: by,
    createdAtMs: atMs,
    state: "proposed",
    trial: null,
    history,
    comments: [],
  };
}

/** States that an idea or a question can go to from where it is. What is decided can be tried again or decided anew. */
export function nextStates({ kind, state }: Pick<Idea, "kind" | "state">): readonly IdeaMove["to"][] {
  if (kind === "question") return state === "proposed" ? ["answered", "declined"] : ["answered"];
  switch (state) {
    case "proposed":
      return ["trying", "adopted", "declined"];
    case "trying":
      return ["adopted", "declined"];
    default:
      return ["trying"];
  }
}

/**
 * What becomes of an idea by a decision.
 *
 * @throws Fault `invalid_input` where it can't go there from where it is
 */
export function moveIdea(idea: Idea, move: IdeaMove, { by, atMs }: Signature): Idea {
  if (!nextStates(idea).includes(move.to)) {
    throw new Fault("invalid_input", `It can't become ${move.to} from ${idea.state}; nothing was changed.`, {
      field: "to",
    });
  }
  const reason = move.to === "trying" ? null : move.reason;
  return {
    ...idea,
    state: move.to,
    trial: move.to === "trying" ? move.trial : idea.trial,
    history: [...idea.history, { state: move.to, reason, by, atMs }],
  };
}

/** The idea with one more comment. */
export function commentIdea(idea: Idea, id: string, text: string, { by, atMs }: Signature): Idea {
  return { ...idea, comments: [...idea.comments, { id, text, by, atMs }] };
}
