/** The first line of a table: its columns, and with them the sign that separates the cells. */
import { CsvError, parse } from "csv-parse/sync";
import { mappingFault } from "./mapping.ts";

const candidates = [",", ";", "\t", "|"];

export interface Header {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** How lines end; old Macs ended them with a carriage return alone. */
  readonly lineEnds: readonly string[];
}

/**
 * Reads the header. Where the mapping names no delimiter, the one is taken under which the file has
 * the columns that the mapping needs.
 *
 * @throws Fault `mapping_invalid`, naming the columns that are missing and those that are there
 */
export function readHeader(
  sample: string,
  needed: readonly string[],
  delimiter: string | undefined,
  from: string,
): Header {
  const lineEnds = sample.includes("\n") ? ["\r\n", "\n"] : ["\r"];
  const named = delimiter === "tab" ? "\t" : delimiter;
  const headers = (named === undefined ? candidates : [named]).map((candidate) => ({
    delimiter: candidate,
    lineEnds,
    columns: firstRecord(sample, candidate, lineEnds),
  }));
  const missing = (header: Header) => needed.filter((column) => !header.columns.includes(column));
  const [best] = headers.sort(
    (a, b) => missing(a).length - missing(b).length || b.columns.length - a.columns.length,
  );
  if (best === undefined) throw new Error("there is no delimiter to try");
  const lacking = missing(best);
  if (lacking.length > 0) {
    throw mappingFault(
      from,
      "",
      `the file has no column ${lacking.map((column) => `"${column}"`).join(", ")}; its first line names ${best.columns
        .slice(0, 50)
        .map((column) => `"${column.slice(0, 60)}"`)
        .join(", ")}`,
    );
  }
  return best;
}

/** Names in the first line; none where its quotes are wrong. */
function firstRecord(sample: string, delimiter: string, lineEnds: readonly string[]): string[] {
  try {
    const [first] = parse(sample, {
      delimiter,
      record_delimiter: [...lineEnds],
      to: 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
    });
    return (first ?? []).map((name) => name.trim());
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}
