/** How many people could serve each service at an instant: what is left of "one team" when somebody is away. */
import { coverOf, type SkillRow } from "./skill-matrix.ts";

export interface ServicePeople {
  readonly serviceId: string;
  /** People who serve it alone. */
  readonly people: number;
}

/**
 * Each service of which anybody's skill is known, with how many serve it alone, the fewest first. Skills that were
 * entered for later are left out.
 *
 * @param date local date
 */
export function peopleByService(
  serviceIds: readonly string[],
  rows: readonly Pick<SkillRow, "cells">[],
  date: string,
): ServicePeople[] {
  const then = rows.map(({ cells }) => ({
    cells: cells
      .map((cell) => ((cell.entered?.sinceDate ?? date) > date ? { ...cell, entered: null } : cell))
      .filter(({ entered, signalledLevel }) => entered !== null || signalledLevel !== null),
  }));
  const known = new Set(then.flatMap(({ cells }) => cells.map(({ serviceId }) => serviceId)));
  return coverOf(
    serviceIds.filter((id) => known.has(id)),
    then,
    date,
  )
    .map(({ serviceId, ableCount }) => ({ serviceId, people: ableCount }))
    .sort((a, b) => a.people - b.people || (a.serviceId < b.serviceId ? -1 : 1));
}
