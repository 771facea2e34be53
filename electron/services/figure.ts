/** Figures over a time, with what each of them means. */
import {
  definitionsVersion,
  type FigureQuery,
  type FigureRow,
  figureDefinitions,
} from "../../shared/domain/figure.ts";
import { Fault } from "../../shared/faults.ts";
import type { FigureStore } from "../store/store.ts";

export interface FigureAnswer {
  readonly definitionsVersion: number;
  readonly definitions: Record<string, string>;
  readonly rows: FigureRow[];
}

export interface FigureService {
  query(query: FigureQuery): Promise<FigureAnswer>;
}

/** Makes the figure service of a store. */
export function createFigures(store: FigureStore): FigureService {
  return {
    async query(query) {
      if (query.toMs <= query.fromMs) {
        throw new Fault("invalid_input", "The end of the period is not after its start.", { field: "toMs" });
      }
      return { definitionsVersion, definitions: { ...figureDefinitions }, rows: await store.figures(query) };
    },
  };
}
