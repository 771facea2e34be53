/** What a supervisor may do on the floor. */
import { z } from "zod";

export const actionKinds = [
  "reassign",
  "prioritise",
  "hold",
  "resume",
  "requeue",
  "move_agent",
  "call_backup",
  "undo",
] as const;
export const actionKindSchema = z.enum(actionKinds);
export type ActionKind = z.infer<typeof actionKindSchema>;
