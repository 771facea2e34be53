/** Trainings: planned, attended, and confirmed into skills. */
import { randomUUID } from "node:crypto";
import { type Actor, coaches, hasRole } from "../../shared/domain/actor.ts";
import {
  isAttendanceKnown,
  skillsGranted,
  type Training,
  type TrainingDraft,
} from "../../shared/domain/training.ts";
import { Fault } from "../../shared/faults.ts";
import type { TrainingStore } from "../store/training-store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { refuseUnlessCoached } from "./coached.ts";

export interface TrainingService {
  list(): Promise<Training[]>;
  put(id: string | null, draft: TrainingDraft): Promise<Training>;
  confirm(id: string): Promise<Training>;
}

/** Makes the trainings of a store. A training is for the team leads who coach everybody in it. */
export function createTrainings(
  store: TrainingStore,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): TrainingService {
  return {
    async list() {
      const actor = access.actor();
      const trainings = await store.trainings();
      return hasRole(actor, "manager")
        ? trainings
        : trainings.filter(({ attendees }) => attendees.every(({ agentId }) => coaches(actor, agentId)));
    },
    async put(id, draft) {
      const actor = access.actor();
      refuseUnlessAllCoached(actor, draft);
      const newId = id ?? randomUUID();
      return store.changeTraining(newId, (before) => {
        if (id !== null) refuseUnlessOpen(actor, before, id);
        const training: Training = {
          ...draft,
          id: newId,
          state: "planned",
          author: before?.author ?? actor.name,
          confirmedAtMs: null,
          confirmedBy: null,
        };
        return { training, skills: [] };
      });
    },
    async confirm(id) {
      const actor = access.actor();
      return store.changeTraining(id, (before) => {
        const known = refuseUnlessOpen(actor, before, id);
        if (!isAttendanceKnown(known)) {
          throw new Fault(
            "invalid_input",
            "Say of everybody whether they attended, then confirm. Nothing was changed.",
            { trainingId: id },
          );
        }
        const atMs = clock.nowMs();
        return {
          training: { ...known, state: "confirmed", confirmedAtMs: atMs, confirmedBy: actor.name },
          skills: skillsGranted(known, actor.name, atMs),
        };
      });
    },
  };
}

function refuseUnlessAllCoached(actor: Actor, { attendees }: Pick<Training, "attendees">): void {
  for (const { agentId } of attendees) refuseUnlessCoached(actor, agentId);
}

/** The training, where it may still be changed by the one who asks. */
function refuseUnlessOpen(actor: Actor, training: Training | undefined, id: string): Training {
  if (training === undefined) {
    throw new Fault("not_found", "There is no such training. Nothing was changed.", { trainingId: id });
  }
  refuseUnlessAllCoached(actor, training);
  if (training.state === "confirmed") {
    throw new Fault(
      "invalid_input",
      "This training is confirmed and stays as it is. Change the skills in the matrix instead.",
      { trainingId: id },
    );
  }
  return training;
}
