/** Ideas and questions, each a record with its discussion. */
import type Database from "better-sqlite3";
import type { Idea } from "../../../shared/domain/idea.ts";
import type { IdeaStore } from "../idea-store.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";

/** The part of the port that is about ideas. */
export function createIdeaStore(engine: Engine): IdeaStore {
  const { db } = engine;
  return {
    ideas: () =>
      engine.read(() =>
        all(db, sql.selectFrom("idea").select("record").orderBy("created_at_ms", "desc").orderBy("id")).map(
          (row) => JSON.parse(row.record) as Idea,
        ),
      ),
    idea: (id) => engine.read(() => read(db, id)),
    changeIdea: (id, decide) =>
      engine.write((changes) => {
        const idea = decide(read(db, id));
        const record = JSON.stringify(idea);
        run(
          db,
          sql
            .insertInto("idea")
            .values({ id, created_at_ms: idea.createdAtMs, record })
            .onConflict((conflict) => conflict.column("id").doUpdateSet({ record })),
        );
        changes.ideas = true;
        return idea;
      }),
  };
}

function read(db: Database.Database, id: string): Idea | undefined {
  const row = first(db, sql.selectFrom("idea").select("record").where("id", "=", id));
  return row === undefined ? undefined : (JSON.parse(row.record) as Idea);
}
