/** How busy the agents of a site were, together. */
import {
  type OccupancyQuery,
  type OccupancyRow,
  occupancyDefinition,
} from "../../shared/domain/occupancy.ts";
import type { FigureStore } from "../store/store.ts";

export interface OccupancyService {
  query(
    query: OccupancyQuery,
  ): Promise<{ definitions: { occupancy: string }; rows: readonly OccupancyRow[] }>;
}

/** Makes the occupancy figures of a store. */
export function createOccupancy(store: Pick<FigureStore, "occupancy">): OccupancyService {
  return {
    query: async (query) => ({
      definitions: { occupancy: occupancyDefinition },
      rows: await store.occupancy(query),
    }),
  };
}
