/** Notes that are being written. Nobody else sees them, so no listener is told. */
import type { KeptDraft } from "../../../shared/domain/kept-draft.ts";
import type { NoteStore } from "../note-store.ts";
import type { Engine } from "./engine.ts";
import { all, run, sql } from "./query.ts";

type NoteDraftStore = Pick<NoteStore, "noteDrafts" | "keepNoteDraft" | "dropNoteDraft">;

/** The part of the port that is about drafts. */
export function createNoteDraftStore(engine: Engine): NoteDraftStore {
  const { db } = engine;
  return {
    noteDrafts: (authorKey) =>
      engine.read(() =>
        all(
          db,
          sql
            .selectFrom("note_draft")
            .select("record")
            .where("author_key", "=", authorKey)
            .orderBy("kept_at_ms"),
        ).map((row) => JSON.parse(row.record) as KeptDraft),
      ),
    keepNoteDraft: (authorKey, draft, atMs) =>
      engine.write(() => {
        const kept = { record: JSON.stringify(draft), kept_at_ms: atMs };
        run(
          db,
          sql
            .insertInto("note_draft")
            .values({ author_key: authorKey, key: draft.key, ...kept })
            .onConflict((conflict) => conflict.columns(["author_key", "key"]).doUpdateSet(kept)),
        );
      }),
    dropNoteDraft: (authorKey, key) =>
      engine.write(() => {
        run(db, sql.deleteFrom("note_draft").where("author_key", "=", authorKey).where("key", "=", key));
      }),
  };
}
