/** Figures over a time, with what each of them means. */
import {
  definitionsVersion,
  type FigureQuery,
  type FigureRow,
  figureDefinitions,
} from "../../shared/domain/figure.ts";
import {
  defaultLevelVariant,
  type LevelVariant,
  levelDefinitions,
  serviceLevel,
} from "../../shared/domain/service-level.ts";
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

/**
 * Makes the figure service of a store.
 *
 * @param levelVariant which of the usual service levels the house goes by, asked at each question
 */
export function createFigures(
  store: Pick<FigureStore, "figures">,
  levelVariant: () => LevelVariant = () => defaultLevelVariant,
): FigureService {
  return {
    async query(query) {
      if (query.toMs <= query.fromMs) {
        throw new Fault("invalid_input", "The end of the period is not after its start.", { field: "toMs" });
      }
      const variant = levelVariant();
      const rows = await store.figures(query);
      return {
        definitionsVersion,
        definitions: { ...figureDefinitions, serviceLevel: levelDefinitions[variant] },
        rows: rows.map((row) => ({ ...row, ...serviceLevel(row, variant) })),
      };
    },
  };
}
