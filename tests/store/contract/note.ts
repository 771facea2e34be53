import fc from "fast-check";
import { expect, it } from "vitest";
import type { NoteDraft, NoteSearch } from "../../../shared/domain/note.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const draft = (text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  agentId: "alice",
  caseId: null,
  principle: null,
  kind: "observation",
  visibility: "team_leads",
  text,
  ...more,
});
const search = (text: string, more: Partial<NoteSearch> = {}): NoteSearch => ({
  text,
  agentId: null,
  principle: null,
  ...more,
});

/** Notes: every wording kept, and found by its words. */
export function noteContract(openFresh: OpenFresh): void {
  it(
    "keeps a note, its author and its time over a restart",
    onFresh(openFresh, async (store, fresh) => {
      const written = draft("Très bon accueil.", { caseId: "c1", principle: "empathy", kind: "praise" });
      const note = await store.createNote(written, "Claire", morningMs);
      expect(note).toEqual({
        ...written,
        id: expect.any(String),
        author: "Claire",
        createdAtMs: morningMs,
        updatedAtMs: morningMs,
        revision: 1,
      });
      const reopened = await fresh.reopen();
      expect(await reopened.note(note.id)).toEqual(note);
      expect(await reopened.note("nothing")).toBeUndefined();
    }),
  );

  it(
    "keeps every wording, and refuses one that was written over another",
    onFresh(openFresh, async (store) => {
      const note = await store.createNote(draft("first"), "Claire", morningMs);
      const edited = await store.editNote(note.id, 1, draft("second"), "Marc", morningMs + 5);
      expect(edited).toMatchObject({
        text: "second",
        revision: 2,
        author: "Claire",
        updatedAtMs: morningMs + 5,
      });
      const late = store.editNote(note.id, 1, draft("third"), "Claire", morningMs + 9);
      await expect(late).rejects.toMatchObject({ code: "case_changed" });
      await expect(store.editNote("none", 1, draft("x"), "Claire", 1)).rejects.toMatchObject({
        code: "not_found",
      });
      expect(await store.noteHistory(note.id)).toEqual([
        { revision: 1, text: "first", author: "Claire", atMs: morningMs },
        { revision: 2, text: "second", author: "Marc", atMs: morningMs + 5 },
      ]);
      expect((await store.findNotes(search("first"))).total).toBe(0);
      expect((await store.findNotes(search("second"))).total).toBe(1);
    }),
  );

  it.each([
    ["accueil", "Merci pour l'accueil d’hier"],
    ["hier", "Merci pour l'accueil d’hier"],
    ["l'accueil", "Merci pour l’accueil"],
    ["ECOUTE", "une belle écoute"],
    ["écou", "une belle ecoute"],
    ["e\u0301coute", "une belle écoute"],
    ["oeuvre", "mise en œuvre"],
    ["œuvre", "mise en oeuvre"],
    ["belle merc", "Merci, une belle écoute"],
    ["A023", "ticket A023 : dossier incomplet"],
  ])("finds %j in %j", (text, written) =>
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("autre chose"), "Claire", morningMs);
      const note = await store.createNote(draft(written), "Claire", morningMs);
      expect((await store.findNotes(search(text))).notes.map((found) => found.id)).toEqual([note.id]);
    })(),
  );

  it(
    "finds all of the words, the last as a beginning, the others whole",
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("une belle écoute"), "Claire", morningMs);
      expect((await store.findNotes(search("bel écoute"))).total).toBe(0);
      expect((await store.findNotes(search("belle autre"))).total).toBe(0);
      expect((await store.findNotes(search("écoute bel"))).total).toBe(1);
    }),
  );

  it(
    "gives the newest first, by agent and principle, with how many there are",
    onFresh(openFresh, async (store) => {
      for (let index = 0; index < 205; index += 1) {
        await store.createNote(draft(`note ${index}`), "Claire", morningMs + index);
      }
      await store.createNote(draft("note", { agentId: "bob", principle: "honesty" }), "Claire", morningMs);
      const all = await store.findNotes(search(""));
      expect([all.total, all.notes.length, all.notes[0]?.text]).toEqual([206, 200, "note 204"]);
      expect((await store.findNotes(search("note", { agentId: "bob" }))).total).toBe(1);
      expect((await store.findNotes(search("", { principle: "honesty" }))).notes[0]?.agentId).toBe("bob");
    }),
  );

  it(
    "takes any text as words to find, never as a query",
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("une belle écoute"), "Claire", morningMs);
      const hostile = fc.oneof(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom(
            '"',
            "*",
            "(",
            ")",
            "^",
            ":",
            "-",
            "+",
            "{",
            "}",
            "'",
            " ",
            "a",
            "NEAR",
            "OR",
            "\0",
          ),
          maxLength: 30,
        }),
      );
      await fc.assert(
        fc.asyncProperty(hostile, async (text) => {
          expect((await store.findNotes(search(text))).total).toBeLessThanOrEqual(1);
        }),
        { numRuns: 300 },
      );
      for (const text of ["NOT écoute", "écoute OR rien", "text:écoute", "note_text", '"'] as const) {
        await store.findNotes(search(text));
      }
      expect((await store.findNotes(search('"écoute"*'))).total).toBe(1);
    }),
  );
}
