/** What keeps a row of a file from being taken in, so that every language can say it. */
import { Fault, type FaultValue } from "../faults.ts";

/**
 * - `missing`: the row leaves empty what the event needs
 * - `not_a_time`: not written as the mapping says that times are written
 * - `no_date`: a time of day, and nothing in the row says of which day
 * - `out_of_range`: a time before 1990 or after 2099
 * - `unreadable`: not one of the values that the field takes
 * - `too_long`: more than 128 characters, or control characters, where something is named
 * - `no_event`: no event of the mapping applies to the row
 * - `cell_count`: more or fewer cells than the header has
 * - `wrong_bytes`: not in the character encoding of the rest of the file
 * - `wrong_quotes`: a quote that is never closed, or closed where it should not be
 * - `cut_off`: the file ends within the row
 */
export type RowProblem =
  | "missing"
  | "not_a_time"
  | "no_date"
  | "out_of_range"
  | "unreadable"
  | "too_long"
  | "no_event"
  | "cell_count"
  | "wrong_bytes"
  | "wrong_quotes"
  | "cut_off";

/** What helps to find the place. */
export interface RowFacts {
  /** A field of the event, or the name of one of the mapping's times. */
  readonly field?: string;
  /** What the row says there; cut off beyond 40 characters. */
  readonly value?: string;
  readonly cells?: number;
  readonly expectedCells?: number;
}

const mostValueLength = 40;

/** A row that is not taken in. */
export function rowFault(problem: RowProblem, message: string, facts: RowFacts = {}): Fault {
  const { value } = facts;
  return new Fault("invalid_input", message, {
    problem,
    ...facts,
    ...(value === undefined ? {} : { value: value.slice(0, mostValueLength) }),
  });
}

/** A row whose cells are not those of the header. */
export function cellCountFault(cells: number, expectedCells: number): FaultValue {
  const message = `The row has ${cells} cells, the header has ${expectedCells}.`;
  return rowFault("cell_count", message, { cells, expectedCells }).toValue();
}
