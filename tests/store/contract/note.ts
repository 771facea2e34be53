import fc from "fast-check";
import { expect, it } from "vitest";
import type { KeptDraft } from "../../../shared/domain/kept-draft.ts";
import { everyNote, type NoteDraft, type NoteSearch } from "../../../shared/domain/note.ts";
import { mayRead, type NoteReader } from "../../../shared/domain/note-reader.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const draft = (text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  agentId: "alice",
  caseId: null,
  replyId: null,
  momentAtMs: null,
  principle: null,
  kind: "observation",
  visibility: "team_leads",
  text,
  ...more,
});
const search = (text: string, more: Partial<NoteSearch> = {}): NoteSearch => ({
  ...everyNote,
  text,
  ...more,
});
const claire = { author: "Claire", authorKey: "claire" };
const marc = { author: "Marc", authorKey: "marc" };
const lead: NoteReader = { authorKey: "nobody", coachedAgentIds: null, agentId: null };
const load = { atMs: morningMs, siteId: "hall", waiting: 14, longestWaitSeconds: 1_265, agentsOn: 6 };

/** Notes: every wording kept, and found by its words. */
export function noteContract(openFresh: OpenFresh): void {
  it(
    "keeps a note, its author and its time over a restart",
    onFresh(openFresh, async (store, fresh) => {
      const written = draft("Très bon accueil.", { caseId: "c1", principle: "empathy", kind: "praise" });
      const note = await store.createNote(written, claire, load, morningMs);
      expect(note).toEqual({
        ...written,
        id: expect.any(String),
        ...claire,
        createdAtMs: morningMs,
        updatedAtMs: morningMs,
        revision: 1,
        load,
        toFollow: false,
        acknowledgedAtMs: null,
        answerCount: 0,
      });
      const reopened = await fresh.reopen();
      expect(await reopened.note(note.id)).toEqual(note);
      expect(await reopened.note("nothing")).toBeUndefined();
    }),
  );

  it(
    "keeps every wording, and refuses one that was written over another",
    onFresh(openFresh, async (store) => {
      const note = await store.createNote(draft("first"), claire, null, morningMs);
      const edited = await store.editNote(note.id, 1, draft("second"), marc, null, morningMs + 5);
      expect(edited).toMatchObject({
        text: "second",
        revision: 2,
        author: "Claire",
        updatedAtMs: morningMs + 5,
      });
      const late = store.editNote(note.id, 1, draft("third"), claire, null, morningMs + 9);
      await expect(late).rejects.toMatchObject({ code: "case_changed" });
      await expect(store.editNote("none", 1, draft("x"), claire, null, 1)).rejects.toMatchObject({
        code: "not_found",
      });
      expect(await store.noteHistory(note.id)).toEqual([
        { revision: 1, text: "first", author: "Claire", atMs: morningMs },
        { revision: 2, text: "second", author: "Marc", atMs: morningMs + 5 },
      ]);
      expect((await store.findNotes(search("first"), lead)).total).toBe(0);
      expect((await store.findNotes(search("second"), lead)).total).toBe(1);
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
    ["dossier", "Deux dossiers préparés"],
    ["dossiers", "Un dossier préparé"],
    ["journal", "lire les journaux"],
    ["qualité rassurée", "des qualités ; une dame rassurés"],
    ["rassuree", "elle est rassurée"],
    ["question", "open questions"],
    ["stories patience", "a story of patience"],
    ["A023", "ticket A023 : dossier incomplet"],
  ])("finds %j in %j", (text, written) =>
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("autre chose"), claire, null, morningMs);
      const note = await store.createNote(draft(written), claire, null, morningMs);
      expect((await store.findNotes(search(text), lead)).notes.map((found) => found.id)).toEqual([note.id]);
    })(),
  );

  it(
    "finds all of the words, the last as a beginning, the others whole",
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("une grande écoute"), claire, null, morningMs);
      expect((await store.findNotes(search("gran écoute"), lead)).total).toBe(0);
      expect((await store.findNotes(search("grande autre"), lead)).total).toBe(0);
      expect((await store.findNotes(search("écoute gran"), lead)).total).toBe(1);
    }),
  );

  it(
    "gives the newest first, by agent and principle, with how many there are",
    onFresh(openFresh, async (store) => {
      for (let index = 0; index < 205; index += 1) {
        await store.createNote(draft(`note ${index}`), claire, null, morningMs + index);
      }
      const bobs = draft("note", { agentId: "bob", principle: "honesty", kind: "agreed_step" });
      await store.createNote(bobs, claire, null, morningMs + 300);
      const all = await store.findNotes(search(""), lead);
      expect([all.total, all.notes.length, all.notes[0]?.text]).toEqual([206, 200, "note"]);
      expect((await store.findNotes(search("note", { agentId: "bob" }), lead)).total).toBe(1);
      for (const only of [
        { principle: "honesty" },
        { kind: "agreed_step" },
        { toFollow: true },
        { fromMs: morningMs + 300 },
      ] as const) {
        expect((await store.findNotes(search("", only), lead)).notes.map((note) => note.agentId)).toEqual([
          "bob",
        ]);
        expect((await store.findNotes(search("note", only), lead)).total).toBe(1);
      }
      expect((await store.findNotes(search("", { toMs: morningMs + 10 }), lead)).total).toBe(10);
      expect((await store.findNotes(search("", { visibility: "shared" }), lead)).total).toBe(0);
    }),
  );

  it(
    "takes any text as words to find, never as a query",
    onFresh(openFresh, async (store) => {
      await store.createNote(draft("une belle écoute"), claire, null, morningMs);
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
          expect((await store.findNotes(search(text), lead)).total).toBeLessThanOrEqual(1);
        }),
        { numRuns: 300 },
      );
      for (const text of [
        "NOT écoute",
        "écoute OR rien",
        "text:écoute",
        "note_text",
        '"',
        "\u0301",
        "a \u0301",
      ] as const) {
        await store.findNotes(search(text), lead);
      }
      expect((await store.findNotes(search('"écoute"*'), lead)).total).toBe(1);
    }),
  );

  it(
    "finds for each reader what they may read, and nothing else",
    onFresh(openFresh, async (store) => {
      const written = [];
      for (const agentId of ["alice", "bob"]) {
        for (const visibility of ["author", "team_leads", "shared"] as const) {
          for (const author of [claire, marc]) {
            written.push(
              await store.createNote(draft("mot", { agentId, visibility }), author, null, morningMs),
            );
          }
        }
      }
      for (const authorKey of ["claire", "marc", "other"]) {
        for (const coachedAgentIds of [null, [], ["alice"], ["alice", "bob"]]) {
          for (const agentId of [null, "alice", "bob"]) {
            const reader = { authorKey, coachedAgentIds, agentId };
            const expected = written.filter((note) => mayRead(reader, note)).map((note) => note.id);
            for (const text of ["", "mot"]) {
              const found = (await store.findNotes(search(text), reader)).notes.map((note) => note.id);
              expect(found.toReversed()).toEqual(expected);
            }
          }
        }
      }
    }),
  );

  it(
    "keeps what the agent answered, when they read it, and whether it is to follow",
    onFresh(openFresh, async (store, fresh) => {
      const { id } = await store.createNote(
        draft("Bravo.", { visibility: "shared" }),
        claire,
        null,
        morningMs,
      );
      await store.createNote(draft("Pour moi."), claire, null, morningMs);
      await store.acknowledgeNote(id, morningMs + 5);
      await store.acknowledgeNote(id, morningMs + 9);
      const first = { author: "Alice", atMs: morningMs + 6, text: "Merci." };
      const second = { author: "Alice", atMs: morningMs + 7, text: "Une question." };
      await store.answerNote(id, first);
      await store.answerNote(id, second);
      await store.followNote(id, true);
      const reopened = await fresh.reopen();
      expect(await reopened.sharedNotes("alice")).toMatchObject([
        { id, acknowledgedAtMs: morningMs + 5, answerCount: 2, toFollow: true, revision: 1 },
      ]);
      expect(await reopened.noteAnswers(id)).toEqual([first, second]);
      await expect(reopened.answerNote("none", first)).rejects.toMatchObject({ code: "not_found" });
    }),
  );

  it(
    "keeps the drafts of each author apart, the last version of each, over a restart",
    onFresh(openFresh, async (store, fresh) => {
      const fields = { ...draft("Un"), agentId: null, caseId: "" };
      const kept = (text: string): KeptDraft => ({
        key: "new",
        fields: { ...fields, text },
        saved: fields,
        revision: null,
      });
      await store.keepNoteDraft("claire", kept("Un deb"), morningMs);
      await store.keepNoteDraft("claire", kept("Un début"), morningMs + 1);
      await store.keepNoteDraft("marc", kept("Autre"), morningMs + 2);
      const reopened = await fresh.reopen();
      expect(await reopened.noteDrafts("claire")).toEqual([kept("Un début")]);
      await reopened.dropNoteDraft("claire", "new");
      expect(await reopened.noteDrafts("claire")).toEqual([]);
      expect(await reopened.noteDrafts("marc")).toEqual([kept("Autre")]);
    }),
  );
}
