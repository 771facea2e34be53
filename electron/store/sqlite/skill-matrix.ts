/** Skills that people entered, one for each agent and service. */
import type Database from "better-sqlite3";
import type { EnteredSkill } from "../../../shared/domain/skill-matrix.ts";
import type { SkillMatrixStore } from "../skill-matrix-store.ts";
import type { Changes } from "./changes.ts";
import type { Engine } from "./engine.ts";
import { all, run, sql } from "./query.ts";

/** The part of the port that is about entered skills. */
export function createSkillMatrixStore(engine: Engine): SkillMatrixStore {
  const { db } = engine;
  return {
    enteredSkills: () =>
      engine.read(() =>
        all(
          db,
          sql.selectFrom("entered_skill").select("record").orderBy("agent_id").orderBy("service_id"),
        ).map((row) => JSON.parse(row.record) as EnteredSkill),
      ),
    putEnteredSkill: (skill) => engine.write((changes) => putSkill(db, skill, changes)),
    removeEnteredSkill: (agentId, serviceId) =>
      engine.write((changes) => {
        const removed = run(
          db,
          sql.deleteFrom("entered_skill").where("agent_id", "=", agentId).where("service_id", "=", serviceId),
        );
        changes.skills ||= removed > 0;
        return removed > 0;
      }),
  };
}

/** Keeps a skill within a transaction. */
export function putSkill(db: Database.Database, skill: EnteredSkill, changes: Changes): void {
  const record = JSON.stringify(skill);
  run(
    db,
    sql
      .insertInto("entered_skill")
      .values({ agent_id: skill.agentId, service_id: skill.serviceId, record })
      .onConflict((conflict) => conflict.columns(["agent_id", "service_id"]).doUpdateSet({ record })),
  );
  changes.skills = true;
}
