/** Agreed steps, one record each. */
import type { AgreedStep } from "../../../shared/domain/agreed-step.ts";
import type { AgreedStepStore } from "../agreed-step-store.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";

/** The part of the port that is about agreed steps. */
export function createAgreedStepStore(engine: Engine): AgreedStepStore {
  const { db } = engine;
  return {
    agreedSteps: (settledSinceMs) =>
      engine.read(() =>
        all(
          db,
          sql
            .selectFrom("agreed_step")
            .select("record")
            .where((eb) =>
              eb.or([eb("settled_at_ms", "is", null), eb("settled_at_ms", ">=", settledSinceMs)]),
            ),
        )
          .map((row) => JSON.parse(row.record) as AgreedStep)
          .sort(byDueDate),
      ),
    changeAgreedStep: (id, decide) =>
      engine.write((changes) => {
        const row = first(db, sql.selectFrom("agreed_step").select("record").where("id", "=", id));
        const step = decide(row === undefined ? undefined : (JSON.parse(row.record) as AgreedStep));
        const kept = { settled_at_ms: step.settledAtMs, record: JSON.stringify(step) };
        run(
          db,
          sql
            .insertInto("agreed_step")
            .values({ id, ...kept })
            .onConflict((conflict) => conflict.column("id").doUpdateSet(kept)),
        );
        changes.agreedSteps = true;
        return step;
      }),
  };
}

function byDueDate(a: AgreedStep, b: AgreedStep): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  return a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1);
}
