/** The people who sign in: who they are and what they may do. */
import { hasAdministrator, type Person } from "../../shared/domain/person.ts";
import { Fault } from "../../shared/faults.ts";
import type { PersonStore } from "../store/person-store.ts";
import type { AccessService } from "./access.ts";
import { hashPassphrase } from "./passphrase.ts";

export interface PersonService {
  list(): Promise<Person[]>;
  /**
   * Adds a person, or replaces the one with the id. Whoever enters the first one sits there as that person
   * from then on.
   *
   * @throws Fault `invalid_input` where nobody could let others in any more, or a new person has no passphrase
   */
  put(person: Person, passphrase: string | null): Promise<Person>;
}

/** Makes the people service. */
export function createPeople(store: PersonStore, access: AccessService): PersonService {
  return {
    list: () => store.people(),
    async put(person, passphrase) {
      const isFirst = access.people().length === 0;
      const hash = passphrase === null ? null : await hashPassphrase(passphrase);
      const put = await store.changePeople((people) => {
        refuseUnfit(person, hash, people);
        return person;
      }, hash);
      if (isFirst) access.seatPerson(access.seat(), put.id);
      return put;
    },
  };
}

function refuseUnfit(person: Person, hash: string | null, people: readonly Person[]): void {
  const others = people.filter(({ id }) => id !== person.id);
  if (others.length === people.length && hash === null) {
    throw new Fault("invalid_input", "A new person needs a passphrase; nobody was added.", {
      reason: "passphrase_missing",
    });
  }
  if (!hasAdministrator([...others, person])) {
    throw new Fault(
      "invalid_input",
      "Somebody has to remain who can let others in; nothing was changed. Make another person an administrator first.",
      { reason: "no_administrator" },
    );
  }
}
