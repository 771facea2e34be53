/** Compiles the mapping's values and conditions into functions of a row's cells. */
import type { Condition, Value } from "../../../shared/domain/import-mapping.ts";
import { asList, mappingFault } from "./mapping.ts";

/** The text of a value in a row; empty where the row says nothing. */
export type ReadText = (cells: readonly string[]) => string;

/** Whether a condition holds; `times` are the row's instants, NaN where not known. */
export type Holds = (cells: readonly string[], times: Readonly<Float64Array>) => boolean;

/** What compiling needs to know of the file and the mapping. */
export interface Scope {
  /** What the mapping is called in messages. */
  readonly from: string;
  readonly header: readonly string[];
  /** Names of the mapping's times, in order. */
  readonly times: readonly string[];
}

/** @throws Fault `mapping_invalid` where the file has no such column */
export function columnIndex(scope: Scope, column: string, path: string): number {
  const index = scope.header.indexOf(column);
  if (index < 0) {
    throw mappingFault(
      scope.from,
      path,
      `the file has no column "${column}"; it has ${scope.header.map((name) => `"${name}"`).join(", ")}`,
    );
  }
  return index;
}

/** Columns that a template names. */
export function columnsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
}

/** A template whose column is empty is empty as a whole: half a key would be somebody else's. */
export function compileTemplate(scope: Scope, template: string, path: string): ReadText {
  const pieces = template.split(/\{([^{}]+)\}/);
  const columns = pieces.flatMap((piece, place) =>
    place % 2 === 1 ? [columnIndex(scope, piece, path)] : [],
  );
  const literals = pieces.filter((_, place) => place % 2 === 0);
  const [before = "", after = ""] = literals;
  const [only = 0] = columns;
  if (columns.length === 0) return () => template;
  if (columns.length === 1) {
    if (before === "" && after === "") return (cells) => cellText(cells, only);
    return (cells) => {
      const text = cellText(cells, only);
      return text === "" ? "" : before + text + after;
    };
  }
  return (cells) => {
    let whole = before;
    for (let place = 0; place < columns.length; place += 1) {
      const text = cellText(cells, columns[place] ?? 0);
      if (text === "") return "";
      whole += text + (literals[place + 1] ?? "");
    }
    return whole;
  };
}

export function compileValue(scope: Scope, value: Value, path: string): ReadText {
  if (typeof value === "string") return compileTemplate(scope, value, path);
  const read = compileTemplate(scope, value.text, path);
  const replacements = new Map(Object.entries(value.values ?? {}));
  for (const text of value.empty ?? []) replacements.set(text, "");
  return (cells) => {
    const text = read(cells);
    return replacements.get(text) ?? text;
  };
}

export function compileCondition(scope: Scope, condition: Condition, path: string): Holds {
  if ("all" in condition) {
    const parts = condition.all.map((part) => compileCondition(scope, part, path));
    return (cells, times) => parts.every((holds) => holds(cells, times));
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => compileCondition(scope, part, path));
    return (cells, times) => parts.some((holds) => holds(cells, times));
  }
  if ("not" in condition) {
    const holds = compileCondition(scope, condition.not, path);
    return (cells, times) => !holds(cells, times);
  }
  if ("time" in condition) {
    const index = scope.times.indexOf(condition.time);
    return (_, times) => !Number.isNaN(times[index]) === condition.known;
  }
  const column = columnIndex(scope, condition.column, path);
  if ("above" in condition) return (cells) => Number(cellText(cells, column) || Number.NaN) > condition.above;
  if ("below" in condition) return (cells) => Number(cellText(cells, column) || Number.NaN) < condition.below;
  if ("is" in condition) {
    const among = new Set(asList(condition.is));
    return (cells) => among.has(cellText(cells, column));
  }
  const notAmong = new Set(asList(condition.isNot));
  return (cells) => !notAmong.has(cellText(cells, column));
}

/** Columns that a condition reads. */
export function conditionColumns(condition: Condition | undefined): string[] {
  if (condition === undefined || "time" in condition) return [];
  if ("all" in condition) return condition.all.flatMap(conditionColumns);
  if ("any" in condition) return condition.any.flatMap(conditionColumns);
  return "not" in condition ? conditionColumns(condition.not) : [condition.column];
}

function cellText(cells: readonly string[], index: number): string {
  return (cells[index] ?? "").trim();
}
