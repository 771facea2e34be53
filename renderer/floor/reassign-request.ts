/** What a reassignment is about, as the person saw it when they asked for it. */
import type { FloorCase } from "../../shared/domain/floor.ts";
import type { Floor } from "./floor-store.ts";

export interface SeenCase {
  readonly id: string;
  readonly label: string;
  readonly version: number;
}

/** Where cases go: to a person, or to another queue. */
export type ReassignTarget =
  | { readonly kind: "agent"; readonly id: string }
  | { readonly kind: "service"; readonly id: string };

export interface ReassignRequest {
  readonly siteId: string;
  /** The queue that they leave, or stay in while they wait for a person. */
  readonly serviceId: string;
  readonly cases: readonly SeenCase[];
  /** Chosen already, by a drop; else null. */
  readonly target: ReassignTarget | null;
}

/** Takes down which of the cases wait, as they are on screen now; undefined where none does. */
export function requestFor(
  floor: Floor,
  caseIds: Iterable<string>,
  target: ReassignTarget | null,
): ReassignRequest | undefined {
  const waiting: FloorCase[] = [];
  for (const id of caseIds) {
    const row = floor.cases.get(id);
    if (row?.state === "waiting") waiting.push(row);
  }
  const [first] = waiting;
  if (first === undefined) return undefined;
  return {
    siteId: first.siteId,
    serviceId: first.serviceId,
    cases: waiting.map((row) => ({ id: row.id, label: row.ticket ?? row.id, version: row.version })),
    target,
  };
}
