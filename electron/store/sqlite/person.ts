/** The people who sign in, and the hashes of their passphrases. */
import type Database from "better-sqlite3";
import type { Person } from "../../../shared/domain/person.ts";
import type { PersonStore } from "../person-store.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";

/** The part of the port that is about people. */
export function createPersonStore(engine: Engine): PersonStore {
  const { db } = engine;
  return {
    people: () => engine.read(() => readPeople(db)),
    passphraseHash: (personId) =>
      engine.read(() => {
        const row = first(db, sql.selectFrom("person").select("passphrase_hash").where("id", "=", personId));
        return row?.passphrase_hash ?? undefined;
      }),
    changePeople: (decide, hash) =>
      engine.write((changes) => {
        const person = decide(readPeople(db));
        const row = { id: person.id, record: JSON.stringify(person) };
        const changed = { record: row.record, ...(hash === null ? {} : { passphrase_hash: hash }) };
        run(
          db,
          sql
            .insertInto("person")
            .values({ ...row, passphrase_hash: hash })
            .onConflict((conflict) => conflict.column("id").doUpdateSet(changed)),
        );
        changes.people = true;
        return person;
      }),
  };
}

function readPeople(db: Database.Database): Person[] {
  return all(db, sql.selectFrom("person").select("record"))
    .map((row) => JSON.parse(row.record) as Person)
    .sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
}
