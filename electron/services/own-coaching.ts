/** What coaching keeps about one agent beside notes: steps, sessions, levels and trainings. */
import { type OwnRecord, ownRecordSchema } from "../../shared/domain/own-record.ts";
import type { Store } from "../store/store.ts";

export type CoachingRecordStore = Pick<Store, "agreedSteps" | "sessions" | "enteredSkills" | "trainings">;

export interface CoachingRecord {
  /** All of it, of any age, without who wrote it. */
  readonly kept: Pick<OwnRecord, "steps" | "sessions" | "levels" | "trainings">;
  /** Who wrote it: names that must not stand in its texts. */
  readonly authors: readonly string[];
}

const keptSchema = ownRecordSchema.pick({ steps: true, sessions: true, levels: true, trainings: true });

/** Reads what coaching keeps about an agent. */
export async function coachingRecord(store: CoachingRecordStore, agentId: string): Promise<CoachingRecord> {
  const isTheirs = (one: { readonly agentId: string }) => one.agentId === agentId;
  const steps = (await store.agreedSteps(0)).filter(isTheirs);
  const sessions = (await store.sessions(0, Number.MAX_SAFE_INTEGER)).filter(isTheirs);
  const levels = (await store.enteredSkills()).filter(isTheirs);
  const trainings = (await store.trainings()).flatMap((training) =>
    training.attendees.filter(isTheirs).map(({ attendance }) => ({ ...training, attendance })),
  );
  const names = [
    ...steps.flatMap(({ author, settledBy }) => [author, settledBy]),
    ...sessions.map(({ author }) => author),
    ...levels.map(({ by }) => by),
    ...trainings.flatMap(({ author, trainer, confirmedBy }) => [author, trainer, confirmedBy]),
  ];
  return {
    kept: keptSchema.parse({ steps, sessions, levels, trainings }),
    authors: names.flatMap((name) => (name === null || name === "" ? [] : [name])),
  };
}
