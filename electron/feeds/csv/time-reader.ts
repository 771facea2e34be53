/** The times of a row: read by the mapping's rules, put on the right day, turned into instants. */
import type { TimeRule } from "../../../shared/domain/import-mapping.ts";
import {
  compileTimeFormat,
  type ReadTime,
  type TimeFormat,
} from "../../../shared/domain/import-time-format.ts";
import { rowFault } from "../../../shared/domain/row-problem.ts";
import { asList, mappingFault } from "./mapping.ts";

import { compileCondition, compileTemplate, type Holds, type ReadText, type Scope } from "./value.ts";
import { createTimeWriter, createZone } from "./zone.ts";

const dayMs = 86_400_000;

/** What the log takes: from 1990 to 2100. Anything else is a broken clock. */
const earliestMs = Date.UTC(1990, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

export interface TimeReader {
  /** Instants of the last row read, ms since 1970 UTC, in the mapping's order; NaN where not known. */
  readonly instants: Float64Array;
  /**
   * Reads the times of a row.
   *
   * @throws Fault `invalid_input` where a text is no time, naming it
   */
  read(cells: readonly string[]): void;
  /** RFC 3339 text, with the local offset, of a known time of the last row read. */
  text(index: number): string;
}

interface Reading {
  readonly name: string;
  readonly read: ReadText;
  readonly formats: readonly TimeFormat[];
  readonly none: ReadonlySet<string>;
  readonly unless: Holds | null;
  readonly near: readonly number[];
}

/** @throws Fault `mapping_invalid` for a pattern that is none, or a time without a date */
export function compileTimes(
  scope: Scope,
  rules: Readonly<Record<string, TimeRule>>,
  timeZone: string,
): TimeReader {
  const readings = Object.entries(rules).map(([name, rule]) => compileRule(scope, name, rule));
  const zone = createZone(timeZone);
  const write = createTimeWriter();
  const instants = new Float64Array(readings.length);
  const offsets = new Float64Array(readings.length);
  const texts: (string | undefined)[] = new Array(readings.length);
  const read: ReadTime = { localMs: 0, offsetMs: 0 };

  function place(reading: Reading, index: number, hasDate: boolean): void {
    const reference = firstKnown(reading.near, instants);
    const nearMs = reference < 0 ? Number.NaN : (instants[reference] ?? Number.NaN);
    let localMs = read.localMs;
    if (!hasDate) {
      if (reference < 0) {
        throw rowFault(
          "no_date",
          `${reading.name} has no date, and the time that would give it the day is not known.`,
          { field: reading.name },
        );
      }
      localMs = nearestDay(localMs, nearMs + (offsets[reference] ?? 0));
    }
    const offsetMs = Number.isNaN(read.offsetMs) ? zone.offsetMs(localMs, nearMs) : read.offsetMs;
    const atMs = localMs - offsetMs;
    if (!(atMs >= earliestMs && atMs < latestMs)) {
      const text = write(localMs, offsetMs);
      throw rowFault("out_of_range", `${reading.name}: ${text} is not between 1990 and 2100.`, {
        field: reading.name,
        value: text,
      });
    }
    instants[index] = atMs;
    offsets[index] = offsetMs;
  }

  return {
    instants,
    read(cells) {
      for (let index = 0; index < readings.length; index += 1) {
        const reading = readings[index];
        if (reading === undefined) break;
        texts[index] = undefined;
        instants[index] = Number.NaN;
        const text = reading.read(cells);
        if (text === "") continue;
        if (reading.none.has(text) && !reading.unless?.(cells, instants)) continue;
        const format = readByFirst(reading.formats, text, read);
        if (format === undefined) {
          throw rowFault(
            "not_a_time",
            `${reading.name}: "${text.slice(0, 80)}" is not a time as the mapping describes it.`,
            { field: reading.name, value: text },
          );
        }
        place(reading, index, format.hasDate);
      }
    },
    text(index) {
      let text = texts[index];
      if (text === undefined) {
        const offsetMs = offsets[index] ?? 0;
        text = write((instants[index] ?? 0) + offsetMs, offsetMs);
        texts[index] = text;
      }
      return text;
    },
  };
}

function readByFirst(formats: readonly TimeFormat[], text: string, into: ReadTime): TimeFormat | undefined {
  for (const format of formats) if (format.read(text, into)) return format;
  return undefined;
}

/** The first of some times that is known, or -1. */
export function firstKnown(indexes: readonly number[], instants: Readonly<Float64Array>): number {
  for (const index of indexes) if (!Number.isNaN(instants[index])) return index;
  return -1;
}

/** The local time of day, on the day that brings it nearest to a local reference. */
function nearestDay(timeOfDayMs: number, referenceMs: number): number {
  const sameDay = Math.floor(referenceMs / dayMs) * dayMs + timeOfDayMs;
  if (sameDay - referenceMs > dayMs / 2) return sameDay - dayMs;
  return referenceMs - sameDay > dayMs / 2 ? sameDay + dayMs : sameDay;
}

function compileRule(scope: Scope, name: string, rule: TimeRule): Reading {
  const formats = asList(rule.format).map((pattern) => {
    const format = compileTimeFormat(pattern);
    if (typeof format === "string")
      throw mappingFault(scope.from, `times.${name}.format`, `"${pattern}": ${format}`);
    return format;
  });
  if (rule.near === undefined && formats.some((format) => !format.hasDate)) {
    throw mappingFault(scope.from, `times.${name}`, 'a time without a date needs "near" to know its day');
  }
  const unless = rule.none?.unless;
  return {
    name,
    read: compileTemplate(scope, rule.text, `times.${name}.text`),
    formats,
    none: new Set(rule.none?.values ?? []),
    unless: unless === undefined ? null : compileCondition(scope, unless, `times.${name}.none.unless`),
    near: asList(rule.near ?? []).map((other) => scope.times.indexOf(other)),
  };
}
