/** The people who sign in. */
import { z } from "zod";
import { passphraseSchema, personSchema } from "../domain/person.ts";
import { procedure } from "./procedure.ts";

export const personContract = {
  list: procedure.output(z.array(personSchema)),
  /**
   * Adds a person, or replaces the one with the id. The first one of a house must be an administrator; from
   * then on everybody signs in.
   *
   * @throws Fault `invalid_input` where nobody could let others in any more, or a new person has no passphrase
   */
  put: procedure
    .input(z.object({ person: personSchema, passphrase: passphraseSchema.nullable() }))
    .output(personSchema),
};
