/** The history of what people did on the floor, each with what came of it. */
import type { HistoryEntry } from "../../shared/contract/action.ts";
import { outcomeLookBackMs, outcomeOf } from "../../shared/domain/action-outcome.ts";
import type { TakenAction } from "../../shared/domain/taken-action.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

export interface ActionService {
  list(siteId: string | null, fromMs: number, toMs: number): Promise<HistoryEntry[]>;
}

/** Makes the history of a store. */
export function createActions(store: Pick<Store, "actions" | "contributions">, clock: Clock): ActionService {
  return {
    async list(siteId, fromMs, toMs) {
      const actions = await store.actions(fromMs, toMs, siteId);
      const nowMs = clock.nowMs();
      const legs = await legsAround(store, actions);
      const undoneAtMs = new Map(
        actions.flatMap(({ undoes, atMs }) => (undoes === null ? [] : [[undoes, atMs] as const])),
      );
      return actions.map((action) => ({
        ...action,
        outcome: outcomeOf(
          action,
          legs.filter((leg) => leg.siteId === action.siteId),
          nowMs,
        ),
        undoneAtMs: undoneAtMs.get(action.id) ?? null,
      }));
    },
  };
}

/** Legs that the predictions of these actions are about; nothing is read where nothing was foreseen. */
async function legsAround(store: Pick<Store, "contributions">, actions: readonly TakenAction[]) {
  const foreseen = actions.flatMap(({ atMs, prediction }) =>
    prediction === null
      ? []
      : [{ fromMs: atMs - outcomeLookBackMs, toMs: atMs + prediction.horizonSeconds * 1000 }],
  );
  if (foreseen.length === 0) return [];
  return store.contributions(
    Math.min(...foreseen.map((one) => one.fromMs)),
    Math.max(...foreseen.map((one) => one.toMs)),
  );
}
