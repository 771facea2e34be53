/** What the store keeps of the people who sign in. */
import type { Person } from "../../shared/domain/person.ts";

export interface PersonStore {
  /** In the order of their names. */
  people(): Promise<Person[]>;
  /** How somebody's passphrase was hashed; undefined where none was set. */
  passphraseHash(personId: string): Promise<string | undefined>;
  /**
   * Reads everybody, lets `decide` say who is to be added or replaced, and keeps that, in one transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changePeople(decide: (people: readonly Person[]) => Person, passphraseHash: string | null): Promise<Person>;
}
