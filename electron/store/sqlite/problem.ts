/** Problems, each a record with its reports. */
import type Database from "better-sqlite3";
import type { Problem } from "../../../shared/domain/problem.ts";
import type { ProblemStore } from "../problem-store.ts";
import type { Engine } from "./engine.ts";
import { all, run, sql } from "./query.ts";

/** The part of the port that is about problems. */
export function createProblemStore(engine: Engine): ProblemStore {
  const { db } = engine;
  return {
    problems: () => engine.read(() => read(db)),
    changeProblems: (decide) =>
      engine.write((changes) => {
        const changed = decide(read(db));
        for (const problem of changed) put(db, problem);
        changes.problems = true;
        return changed;
      }),
  };
}

function read(db: Database.Database): Problem[] {
  const query = sql.selectFrom("problem").select("record").orderBy("created_at_ms", "desc").orderBy("id");
  return all(db, query).map((row) => JSON.parse(row.record) as Problem);
}

function put(db: Database.Database, problem: Problem): void {
  const { id, createdAtMs } = problem;
  if (problem.reports.length === 0) {
    run(db, sql.deleteFrom("problem").where("id", "=", id));
    return;
  }
  const record = JSON.stringify(problem);
  run(
    db,
    sql
      .insertInto("problem")
      .values({ id, created_at_ms: createdAtMs, record })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ record })),
  );
}
