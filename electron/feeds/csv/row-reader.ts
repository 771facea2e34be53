/** A mapping compiled for one file: from the cells of a row to its events. */
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { Mapping, Value } from "../../../shared/domain/import-mapping.ts";
import { rowFault } from "../../../shared/domain/row-problem.ts";
import { Fault, type FaultValue } from "../../../shared/faults.ts";
import { createDirectoryReader, type DirectoryReader } from "./directory-reader.ts";
import { checkedKey, compileEvent } from "./event-builder.ts";
import { compileTimes } from "./time-reader.ts";
import {
  columnIndex,
  columnsOf,
  compileCondition,
  compileValue,
  conditionColumns,
  type Scope,
} from "./value.ts";

export type RowOutcome =
  | { readonly kind: "events"; readonly events: readonly VigieEvent[]; readonly repairs: readonly string[] }
  | { readonly kind: "ignored"; readonly rule: string }
  | { readonly kind: "rejected"; readonly fault: FaultValue };

export interface RowReader {
  read(cells: readonly string[]): RowOutcome;
  /** Of a row's cells, those that the mapping uses; nothing else of a bad row goes into the store. */
  usedCells(cells: readonly string[]): Record<string, string>;
  readonly directory: DirectoryReader;
}

const noRepairs: readonly string[] = [];

/**
 * @param from what the mapping is called in messages
 * @throws Fault `mapping_invalid` where it does not fit the file
 */
export function compileRowReader(mapping: Mapping, header: readonly string[], from: string): RowReader {
  const scope: Scope = { from, header, times: Object.keys(mapping.times) };
  const repairs = (mapping.repairs ?? []).map((repair, place) => ({
    name: repair.name,
    column: columnIndex(scope, repair.column, `repairs.${place}.column`),
    values: new Map(Object.entries(repair.values)),
  }));
  const ignored = (mapping.ignore ?? []).map((rule, place) => ({
    name: rule.name,
    holds: compileCondition(scope, rule.where, `ignore.${place}.where`),
  }));
  const times = compileTimes(scope, mapping.times, mapping.timeZone);
  const readSubject = compileValue(scope, mapping.subject, "subject");
  const readId = mapping.id === undefined ? null : compileValue(scope, mapping.id, "id");
  const builders = mapping.events.map((_, place) => compileEvent(scope, mapping, place, times));
  const directory = createDirectoryReader(scope, mapping);
  const used = usedColumns(mapping).map((column) => columnIndex(scope, column, ""));

  function mend(cells: readonly string[]): { cells: readonly string[]; repairs: readonly string[] } {
    let mended: string[] | null = null;
    let names = noRepairs;
    for (const { name, column, values } of repairs) {
      const value = values.get((mended ?? cells)[column]?.trim() ?? "");
      if (value === undefined) continue;
      mended ??= [...cells];
      mended[column] = value;
      names = [...names, name];
    }
    return { cells: mended ?? cells, repairs: names };
  }

  function readEvents(cells: readonly string[]): RowOutcome {
    const mended = mend(cells);
    times.read(mended.cells);
    for (const rule of ignored) {
      if (rule.holds(mended.cells, times.instants)) return { kind: "ignored", rule: rule.name };
    }
    const subject = checkedKey(readSubject(mended.cells), "subject");
    const id = readId === null ? subject : checkedKey(readId(mended.cells), "id");
    const events: VigieEvent[] = [];
    for (const builder of builders) {
      if (builder.applies(mended.cells, times.instants))
        events.push(builder.build(mended.cells, subject, id));
    }
    if (events.length === 0) {
      throw rowFault("no_event", "No event of the mapping applies to the row.");
    }
    directory.read(mended.cells);
    return { kind: "events", events, repairs: mended.repairs };
  }

  return {
    directory,
    read(cells) {
      try {
        return readEvents(cells);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { kind: "rejected", fault: error.toValue() };
      }
    },
    usedCells: (cells) => Object.fromEntries(used.map((index) => [header[index] ?? "", cells[index] ?? ""])),
  };
}

/** Every column that the mapping names, each once. */
export function usedColumns(mapping: Mapping): string[] {
  const values: (Value | undefined)[] = [
    mapping.site,
    mapping.siteName,
    mapping.service,
    mapping.serviceName,
    mapping.channel,
    mapping.subject,
    mapping.id,
    ...Object.values(mapping.times).map((time) => time.text),
    ...mapping.events.flatMap((event) => [event.subject, ...Object.values(event.data ?? {}).filter(isValue)]),
  ];
  const conditions = [
    ...(mapping.ignore ?? []).map((rule) => rule.where),
    ...Object.values(mapping.times).map((time) => time.none?.unless),
    ...mapping.events.map((event) => event.where),
  ];
  return [
    ...new Set([
      ...values.flatMap((value) => (value === undefined ? [] : columnsOf(templateOf(value)))),
      ...conditions.flatMap(conditionColumns),
      ...(mapping.repairs ?? []).map((repair) => repair.column),
    ]),
  ];
}

function isValue(value: unknown): value is Value {
  return typeof value === "string" || (typeof value === "object" && value !== null && "text" in value);
}

function templateOf(value: Value): string {
  return typeof value === "string" ? value : value.text;
}

/** The mapping with the site and time zone that whoever imports it says. */
export function withOverrides(
  mapping: Mapping,
  overrides: { readonly site?: string | undefined; readonly timeZone?: string | undefined },
): Mapping {
  const { siteName: _, ...others } = mapping;
  return {
    ...(overrides.site === undefined ? mapping : { ...others, site: overrides.site }),
    timeZone: overrides.timeZone ?? mapping.timeZone,
  };
}
