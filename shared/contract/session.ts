/** Signing in and out at the seat that asks. */
import { z } from "zod";
import { passphraseSchema } from "../domain/person.ts";
import { sessionStateSchema } from "../domain/session-state.ts";
import { procedure } from "./procedure.ts";

export const sessionContract = {
  current: procedure.output(sessionStateSchema),
  /** @throws Fault `unauthorised` where the passphrase is wrong, `too_many_requests` after too many tries */
  signIn: procedure
    .input(z.object({ personId: z.string(), passphrase: z.string().max(256) }))
    .output(sessionStateSchema),
  signOut: procedure.output(sessionStateSchema),
  /** @throws Fault as `signIn` where the present passphrase is wrong */
  changePassphrase: procedure
    .input(z.object({ present: z.string().max(256), next: passphraseSchema }))
    .output(sessionStateSchema),
};
