/** Wires the demo floor: what it tells goes through ingest, what it enters on behalf of people to the store. */
import { consoleSource } from "../shared/domain/case-action.ts";
import { demoAuthor } from "./feeds/demo/content/author.ts";
import { type ContentPlace, enterDemoContent } from "./feeds/demo/content/enter.ts";
import { createDemoFeed } from "./feeds/demo/demo-feed.ts";
import type { Clock } from "./services/clock.ts";
import { onlyNew } from "./services/directory.ts";
import type { Ingest } from "./services/ingest.ts";
import type { Log } from "./services/log.ts";
import { noteLoad } from "./services/note-load.ts";
import type { Store } from "./store/store.ts";

/** Nobody signs in as this: what the demo wrote is nobody's own. */
const authorKey = "demo";
/** How long an agent took to answer a note. */
const answerMs = 20 * 60_000;

/** Where the demo's content goes. */
export function demoContentPlace(store: Store, clock: Clock): ContentPlace {
  return {
    label: (name) => store.label(name),
    setLabel: (name, value) => store.setLabel(name, value),
    ideas: () => store.ideas(),
    addIdea: (idea) => store.changeIdea(idea.id, () => idea),
    problems: () => store.problems(),
    addProblems: (problems) => store.changeProblems(() => problems),
    replyTemplates: () => store.replyTemplates(),
    addReplyTemplate: (draft, by, atMs) => store.putReplyTemplate(null, draft, by, atMs),
    hasNotes: async () => (await store.noteTimes(0, Number.MAX_SAFE_INTEGER)).length > 0,
    async addNote({ draft, writtenAtMs, answer }) {
      const load = await noteLoad(store, clock, draft);
      const { id } = await store.createNote(draft, { author: demoAuthor, authorKey }, load, writtenAtMs);
      if (answer === null) return;
      await store.acknowledgeNote(id, writtenAtMs + answerMs);
      await store.answerNote(id, { author: demoAuthor, atMs: writtenAtMs + answerMs, text: answer });
    },
    sessions: () => store.sessions(0, Number.MAX_SAFE_INTEGER),
    addSession: (session) => store.changeSession(session.id, () => session),
    agreedSteps: () => store.agreedSteps(0),
    addAgreedStep: (step) => store.changeAgreedStep(step.id, () => step),
    serviceSheets: () => store.serviceSheets(),
    addServiceSheet: (draft, author, atMs) => store.saveServiceSheet(draft, 0, author, atMs),
    trainings: () => store.trainings(),
    addTraining: (training, skills) => store.changeTraining(training.id, () => ({ training, skills })),
    enteredSkills: () => store.enteredSkills(),
    addEnteredSkill: (skill) => store.putEnteredSkill(skill),
  };
}

export interface DemoParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes the demo feed, and lets it obey what people do in the console. */
export function composeDemo({ store, ingest, clock, log }: DemoParts) {
  const demo = createDemoFeed({
    ingest,
    clock,
    log,
    // What a person has changed of the demo town hall stays changed.
    putDirectory: async (directory) => store.putDirectory(onlyNew(directory, await store.directory())),
    openCases: () => store.openCases(),
    backupCalls: (sinceMs) => store.backupCalls(sinceMs),
    feeds: () => store.feeds(),
    label: (name) => store.label(name),
    setLabel: (name, value) => store.setLabel(name, value),
    enterContent: (nowMs) => enterDemoContent(demoContentPlace(store, clock), nowMs),
  });
  const stopListening = store.subscribe(({ events }) => {
    const byPeople = events.filter((event) => event.source === consoleSource);
    if (byPeople.length > 0) demo.handle(byPeople);
  });
  return { demo, stopListening };
}
