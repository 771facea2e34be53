/** How long it takes to find notes among 100,000: common and rare words, beginnings, filters, readers of one team. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../electron/store/open.ts";
import type { Store } from "../electron/store/store.ts";
import {
  everyNote,
  type NoteSearch,
  noteKinds,
  noteVisibilities,
  principles,
} from "../shared/domain/note.ts";
import type { NoteReader } from "../shared/domain/note-reader.ts";
import type { BenchResult } from "./run.ts";

const noteCount = 100_000;
const agentCount = 120;
const repeats = 25;
const wordsInNote = 45;
const startMs = Date.UTC(2020, 0, 1);
const minuteMs = 60_000;

/** Words of the house first; the further down, the rarer a word, as in any language. */
const words = [
  ..."dame dossier accueil demande question réponse personne attente guichet passeport préparé écouté".split(
    " ",
  ),
  ..."délai rendez-vous expliqué rassurée pièces collègue relais idée téléphone reformulé merci journaux".split(
    " ",
  ),
  ...Array.from({ length: 4_000 }, (_, index) => `mot${index.toString(36)}`),
];

/** The same numbers at each run. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const lead: NoteReader = { authorKey: "author-1", coachedAgentIds: null, agentId: null };
const team: NoteReader = {
  authorKey: "author-2",
  coachedAgentIds: Array.from({ length: 8 }, (_, index) => `agent-${index}`),
  agentId: "agent-3",
};

const questions: readonly (readonly [name: string, search: Partial<NoteSearch>, reader: NoteReader])[] = [
  ["all", {}, lead],
  ["all of a team", {}, team],
  ["common word", { text: "dossiers" }, lead],
  ["common word, of a team", { text: "dossier" }, team],
  ["two words without accents", { text: "rassuree delai" }, lead],
  ["one letter", { text: "m" }, lead],
  ["beginning", { text: "dame pass" }, lead],
  ["rare word", { text: "mot2zz" }, lead],
  ["no such word", { text: "introuvable" }, lead],
  ["common word, agent and principle", { text: "accueil", agentId: "agent-7", principle: "honesty" }, lead],
  ["agent and kind", { agentId: "agent-7", kind: "praise" }, lead],
  ["a month long ago", { fromMs: startMs, toMs: startMs + 30 * 24 * 60 * minuteMs }, lead],
  ["common word, shared, to follow", { text: "attente", visibility: "shared", toFollow: true }, lead],
];

/** Writes the notes, then asks each question several times. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-bench-"));
  const store = await openStore(join(folder, "vigie.db"));
  const lines = [`writing ${noteCount} notes took ${await write(store)} s`];
  for (const [name, search, reader] of questions) {
    const times: number[] = [];
    let total = 0;
    for (let index = 0; index < repeats; index += 1) {
      const fromMs = performance.now();
      ({ total } = await store.findNotes({ ...everyNote, ...search }, reader));
      times.push(performance.now() - fromMs);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [median = 0, slowest = 0] = [sorted[Math.floor(repeats / 2)], sorted.at(-1)];
    lines.push(`${name}: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms (${total} found)`);
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { name: "notes", lines };
}

async function write(store: Store): Promise<string> {
  const dice = createDice(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(dice() * list.length)];
  const beganMs = performance.now();
  for (let index = 0; index < noteCount; index += 1) {
    const text = Array.from(
      { length: wordsInNote },
      () => words[Math.floor(dice() ** 3 * words.length)],
    ).join(" ");
    const draft = {
      agentId: `agent-${Math.floor(dice() * agentCount)}`,
      caseId: null,
      replyId: null,
      momentAtMs: null,
      principle: pick(principles) ?? null,
      kind: pick(noteKinds) ?? "observation",
      visibility: pick(noteVisibilities) ?? "shared",
      text,
    };
    const author = { author: "Bench", authorKey: `author-${index % 10}` };
    await store.createNote(draft, author, null, startMs + index * 30 * minuteMs);
  }
  return ((performance.now() - beganMs) / 1_000).toFixed(0);
}
