/** What people did about the queues, counted for the charts, and what calls for backup came to. */
import type { InterventionList } from "../../shared/contract/intervention.ts";
import { type BackupEffect, backupEffect, effectWindow } from "../../shared/domain/backup-effect.ts";
import { chartPoints, instantsOf } from "../../shared/domain/chart-points.ts";
import {
  type InterventionQuery,
  interventionMarks,
  interventionsAt,
} from "../../shared/domain/intervention.ts";
import type { TakenAction } from "../../shared/domain/taken-action.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";

export interface InterventionService {
  list(query: InterventionQuery): Promise<InterventionList>;
}

type InterventionStore = Pick<
  Store,
  "actions" | "alertsBetween" | "backupCalls" | "contributions" | "directory" | "noteTimes" | "sessions"
>;

const mostEffects = 20;
const dayMs = 24 * 60 * 60 * 1000;

/** Makes the interventions of a store. */
export function createInterventions(store: InterventionStore, clock: Clock): InterventionService {
  /** All actions of a time, newest first; the store gives them in parts. */
  async function allActions(fromMs: number, toMs: number, siteId: string | null): Promise<TakenAction[]> {
    const found = new Map<string, TakenAction>();
    for (let untilMs = toMs; ; ) {
      const before = found.size;
      for (const action of await store.actions(fromMs, untilMs, siteId)) {
        found.set(action.id, action);
        untilMs = action.atMs + 1;
      }
      if (found.size === before) return [...found.values()];
    }
  }

  return {
    async list({ firstDate, lastDate, step, siteId, serviceId }) {
      const range = { firstDate, lastDate };
      const timeZone = timeZoneOf(await store.directory(), siteId);
      const { fromMs, toMs } = instantsOf(range, timeZone);
      // Who was asked the evening before may come within the period.
      const calls = await store.backupCalls(fromMs - dayMs);
      const found = interventionsAt(
        {
          actions: await allActions(fromMs, toMs, siteId),
          backupCalls: calls,
          alerts: await store.alertsBetween(fromMs, toMs),
          notesAtMs: await store.noteTimes(fromMs, toMs),
          sessions: await store.sessions(fromMs, toMs),
        },
        siteId,
        serviceId,
      );
      const foreseen = found.actions.filter(
        (action) => action.kind === "call_backup" && action.prediction !== null,
      );
      const effects: BackupEffect[] = [];
      for (const action of foreseen.slice(0, mostEffects)) {
        const window = effectWindow(action);
        const legs = await store.contributions(window.fromMs, window.toMs);
        const effect = backupEffect(action, calls, legs, clock.nowMs());
        if (effect !== null) effects.push(effect);
      }
      return {
        marks: interventionMarks(
          found,
          chartPoints(step, range, timeZone).map((point) => point.fromMs),
          toMs,
        ),
        backups: effects,
        backupTotal: foreseen.length,
      };
    },
  };
}
