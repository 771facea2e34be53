/** Trainings, one record each; confirming one writes its skills in the same transaction. */
import type { Training } from "../../../shared/domain/training.ts";
import type { TrainingStore } from "../training-store.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";
import { putSkill } from "./skill-matrix.ts";

/** The part of the port that is about trainings. */
export function createTrainingStore(engine: Engine): TrainingStore {
  const { db } = engine;
  return {
    trainings: () =>
      engine.read(() =>
        all(db, sql.selectFrom("training").select("record").orderBy("date", "desc").orderBy("id")).map(
          (row) => JSON.parse(row.record) as Training,
        ),
      ),
    changeTraining: (id, decide) =>
      engine.write((changes) => {
        const row = first(db, sql.selectFrom("training").select("record").where("id", "=", id));
        const { training, skills } = decide(
          row === undefined ? undefined : (JSON.parse(row.record) as Training),
        );
        const kept = { date: training.date, record: JSON.stringify(training) };
        run(
          db,
          sql
            .insertInto("training")
            .values({ id, ...kept })
            .onConflict((conflict) => conflict.column("id").doUpdateSet(kept)),
        );
        for (const skill of skills) putSkill(db, skill, changes);
        changes.trainings = true;
        return training;
      }),
  };
}
