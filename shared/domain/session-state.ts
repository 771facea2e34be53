/** Who sits before the console, as its screens are told. */
import { z } from "zod";
import { roleSchema } from "./role.ts";

export const sessionStateSchema = z.discriminatedUnion("state", [
  /** No people are entered: whoever sits there may do everything, under the name in the settings. */
  z.object({ state: z.literal("open"), name: z.string(), roles: z.array(roleSchema) }),
  /** Somebody has to sign in; these may. */
  z.object({
    state: z.literal("signed_out"),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  z.object({
    state: z.literal("signed_in"),
    personId: z.string(),
    name: z.string(),
    roles: z.array(roleSchema),
    agentId: z.string().nullable(),
    /** The agents they coach, if they lead a team; null: everybody counts as theirs. */
    teamAgentIds: z.array(z.string()).nullable(),
  }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;
