/** Enters once what people would have entered in the demo town, so that a newcomer finds every principle alive. */
import type { AgreedStep } from "../../../../shared/domain/agreed-step.ts";
import type { CoachingSession } from "../../../../shared/domain/coaching-session.ts";
import type { Idea } from "../../../../shared/domain/idea.ts";
import type { Problem } from "../../../../shared/domain/problem.ts";
import type { ReplyTemplateDraft } from "../../../../shared/domain/reply.ts";
import type { ServiceSheetDraft } from "../../../../shared/domain/service-sheet.ts";
import type { EnteredSkill } from "../../../../shared/domain/skill-matrix.ts";
import { skillsGranted, type Training } from "../../../../shared/domain/training.ts";
import { standardTexts } from "../floor/standard-texts.ts";
import { demoTown } from "../floor/town.ts";
import { demoAuthor } from "./author.ts";
import { demoIdeas } from "./ideas.ts";
import { demoSheets, demoSkills, demoTrainings } from "./knowledge.ts";
import { type DemoNote, demoNotes, demoSteps } from "./notes.ts";
import { demoProblems } from "./problems.ts";
import { demoSessions } from "./sessions.ts";

/** Label of the store: what of the demo's content it was offered already, so that nothing comes back. */
const enteredLabel = "demo.entered";

/** What the content is entered through. */
export interface ContentPlace {
  label(name: string): Promise<string | undefined>;
  setLabel(name: string, value: string): Promise<void>;
  ideas(): Promise<readonly unknown[]>;
  addIdea(idea: Idea): Promise<unknown>;
  problems(): Promise<readonly unknown[]>;
  addProblems(problems: readonly Problem[]): Promise<unknown>;
  replyTemplates(): Promise<readonly unknown[]>;
  addReplyTemplate(draft: ReplyTemplateDraft, by: string, atMs: number): Promise<unknown>;
  hasNotes(): Promise<boolean>;
  /** Adds the note, with the load of its moment. */
  addNote(note: DemoNote): Promise<unknown>;
  sessions(): Promise<readonly unknown[]>;
  addSession(session: CoachingSession): Promise<unknown>;
  agreedSteps(): Promise<readonly unknown[]>;
  addAgreedStep(step: AgreedStep): Promise<unknown>;
  serviceSheets(): Promise<readonly unknown[]>;
  addServiceSheet(draft: ServiceSheetDraft, author: string, atMs: number): Promise<unknown>;
  trainings(): Promise<readonly unknown[]>;
  /** Adds the training with the skills that it granted. */
  addTraining(training: Training, skills: readonly EnteredSkill[]): Promise<unknown>;
  enteredSkills(): Promise<readonly unknown[]>;
  addEnteredSkill(skill: EnteredSkill): Promise<unknown>;
}

interface Kind {
  readonly name: string;
  isThere(): Promise<boolean>;
  enter(): Promise<unknown>;
}

/**
 * Enters each kind of content into a store that has none of that kind.
 *
 * @throws Fault of the store; what is missing then is entered by the next call
 */
export async function enterDemoContent(place: ContentPlace, nowMs: number): Promise<void> {
  const timeZone = demoTown.sites[0]?.timeZone ?? "Europe/Paris";
  const kinds: readonly Kind[] = [
    {
      name: "templates",
      isThere: async () => (await place.replyTemplates()).length > 0,
      async enter() {
        for (const draft of standardTexts) await place.addReplyTemplate(draft, demoAuthor, nowMs);
      },
    },
    {
      name: "ideas",
      isThere: async () => (await place.ideas()).length > 0,
      async enter() {
        for (const idea of demoIdeas(nowMs, timeZone)) await place.addIdea(idea);
      },
    },
    {
      name: "problems",
      isThere: async () => (await place.problems()).length > 0,
      enter: () => place.addProblems(demoProblems(nowMs, timeZone)),
    },
    {
      name: "notes",
      isThere: () => place.hasNotes(),
      async enter() {
        for (const note of demoNotes(nowMs)) await place.addNote(note);
      },
    },
    {
      name: "sessions",
      isThere: async () => (await place.sessions()).length > 0,
      async enter() {
        for (const session of demoSessions(nowMs, timeZone)) await place.addSession(session);
      },
    },
    {
      name: "steps",
      isThere: async () => (await place.agreedSteps()).length > 0,
      async enter() {
        for (const step of demoSteps(nowMs, timeZone)) await place.addAgreedStep(step);
      },
    },
    {
      name: "sheets",
      isThere: async () => (await place.serviceSheets()).length > 0,
      async enter() {
        for (const draft of demoSheets(nowMs, timeZone)) {
          await place.addServiceSheet(draft, demoAuthor, nowMs);
        }
      },
    },
    {
      name: "skills",
      isThere: async () => (await place.enteredSkills()).length > 0,
      async enter() {
        for (const skill of demoSkills(nowMs, timeZone)) await place.addEnteredSkill(skill);
      },
    },
    {
      name: "trainings",
      isThere: async () => (await place.trainings()).length > 0,
      async enter() {
        for (const training of demoTrainings(nowMs, timeZone)) {
          const skills = skillsGranted(training, demoAuthor, nowMs);
          await place.addTraining(training, training.state === "confirmed" ? skills : []);
        }
      },
    },
  ];
  const offered = new Set((await place.label(enteredLabel))?.split(" "));
  for (const { name, isThere, enter } of kinds) {
    if (offered.has(name)) continue;
    if (!(await isThere())) await enter();
    offered.add(name);
    await place.setLabel(enteredLabel, [...offered].join(" "));
  }
}
