/** The rows of a table, in chunks, with their line numbers. */
import type { Header } from "./header.ts";
import { createPlainReader, type FileRow } from "./plain-rows.ts";
import { readQuotedRows } from "./quoted-rows.ts";

/** Gives the rows below the header, as they come; blank lines are no rows. */
export async function* readRows(chunks: AsyncGenerator<Buffer>, header: Header): AsyncGenerator<FileRow[]> {
  const plain = createPlainReader(header);
  for (;;) {
    const next = await chunks.next();
    if (next.done) {
      yield plain.finish();
      return;
    }
    const rows = plain.take(next.value);
    if (rows === null) {
      const first = Buffer.concat([plain.rest(), next.value]);
      yield* readQuotedRows(first, chunks, header, plain);
      return;
    }
    yield rows;
  }
}
