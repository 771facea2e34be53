/** Finding notes: words, filters and what the reader may read, in one pass from the newest note on. */
import type Database from "better-sqlite3";
import { mostNotesCounted, type NoteSearch } from "../../../shared/domain/note.ts";
import type { NoteReader } from "../../../shared/domain/note-reader.ts";
import { noteExpression } from "./note-words.ts";

const mostFound = 200;

type Condition = readonly [sql: string, ...values: (string | number | null)[]];

/** The numbers of what is found, at most 200, newest first, and how many there are up to `mostNotesCounted`. */
export function findNumbers(
  db: Database.Database,
  search: NoteSearch,
  reader: NoteReader,
): { readonly total: number; readonly numbers: readonly number[] } {
  const words = noteExpression(search.text);
  const conditions = [...filters(search), readable(reader)];
  const where = conditions.map(([sql]) => sql).join(" AND ");
  const values = conditions.flatMap(([, ...bound]) => bound);
  // Whichever filter is set, the narrow index is read in the order of numbers and never the texts.
  const numbers =
    words === null
      ? db
          .prepare<unknown[], number>(
            `SELECT number FROM note INDEXED BY note_facts WHERE number > 0 AND ${where}
             ORDER BY number DESC LIMIT ${mostNotesCounted}`,
          )
          .pluck()
          .all(...values)
      : db
          .prepare<unknown[], number>(
            `SELECT note.number FROM note_text CROSS JOIN note INDEXED BY note_facts ON note.number = note_text.rowid
             WHERE note_text MATCH ? AND ${where} ORDER BY note_text.rowid DESC LIMIT ${mostNotesCounted}`,
          )
          .pluck()
          .all(words, ...values);
  return { total: numbers.length, numbers: numbers.slice(0, mostFound) };
}

function filters(search: NoteSearch): Condition[] {
  const { agentId, principle, kind, visibility, fromMs, toMs, toFollow } = search;
  return [
    ...only("agent_id = ?", agentId),
    ...only("principle = ?", principle),
    ...only("kind = ?", kind),
    ...only("visibility = ?", visibility),
    ...only("created_at_ms >= ?", fromMs),
    ...only("created_at_ms < ?", toMs),
    ...(toFollow ? [["to_follow = 1"] as const] : []),
  ];
}

function only(sql: string, value: string | number | null): Condition[] {
  return value === null ? [] : [[sql, value]];
}

/** As `mayRead` decides for one note. */
function readable({ authorKey, coachedAgentIds, agentId }: NoteReader): Condition {
  const coached = coachedAgentIds === null ? ([] as const) : ([JSON.stringify(coachedAgentIds)] as const);
  const isCoached = coachedAgentIds === null ? "1" : "agent_id IN (SELECT value FROM json_each(?))";
  return [
    `(author_key = ? OR CASE WHEN agent_id IS ? THEN visibility = 'shared'
       ELSE visibility <> 'author' AND ${isCoached} END)`,
    authorKey,
    agentId,
    ...coached,
  ];
}
