/** Coaching sessions, one record each. */
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import type { CoachingSessionStore } from "../coaching-session-store.ts";
import type { Engine } from "./engine.ts";
import { all, first, run, sql } from "./query.ts";

/** The part of the port that is about coaching sessions. */
export function createCoachingSessionStore(engine: Engine): CoachingSessionStore {
  const { db } = engine;
  function read(id: string): CoachingSession | undefined {
    const row = first(db, sql.selectFrom("coaching_session").select("record").where("id", "=", id));
    return row === undefined ? undefined : (JSON.parse(row.record) as CoachingSession);
  }
  return {
    sessions: (fromMs, toMs) =>
      engine.read(() =>
        all(
          db,
          sql
            .selectFrom("coaching_session")
            .select("record")
            .where("starts_at_ms", ">=", fromMs)
            .where("starts_at_ms", "<", toMs)
            .orderBy("starts_at_ms")
            .orderBy("id"),
        ).map((row) => JSON.parse(row.record) as CoachingSession),
      ),
    session: (id) => engine.read(() => read(id)),
    changeSession: (id, decide) =>
      engine.write((changes) => {
        const session = decide(read(id));
        const kept = { starts_at_ms: session.startsAtMs, record: JSON.stringify(session) };
        run(
          db,
          sql
            .insertInto("coaching_session")
            .values({ id, ...kept })
            .onConflict((conflict) => conflict.column("id").doUpdateSet(kept)),
        );
        changes.sessions = true;
        return session;
      }),
  };
}
