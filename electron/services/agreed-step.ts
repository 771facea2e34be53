/** Agreed steps: a team lead writes them, the agent or the team lead settles them. */
import { randomUUID } from "node:crypto";
import { coaches } from "../../shared/domain/actor.ts";
import {
  type AgreedStep,
  type AgreedStepDraft,
  type AgreedStepOutcome,
  settleAgreedStep,
} from "../../shared/domain/agreed-step.ts";
import { Fault } from "../../shared/faults.ts";
import type { AgreedStepStore } from "../store/agreed-step-store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { follows, refuseUnlessCoached } from "./coached.ts";

/** Settled steps are listed for so long. */
const settledForMs = 365 * 24 * 60 * 60 * 1000;

export interface AgreedStepService {
  list(): Promise<AgreedStep[]>;
  add(draft: AgreedStepDraft): Promise<AgreedStep>;
  edit(id: string, draft: AgreedStepDraft): Promise<AgreedStep>;
  settle(outcome: AgreedStepOutcome): Promise<AgreedStep>;
}

/** Makes the agreed steps of a store. */
export function createAgreedSteps(
  store: AgreedStepStore,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): AgreedStepService {
  return {
    async list() {
      const actor = access.actor();
      const steps = await store.agreedSteps(clock.nowMs() - settledForMs);
      return steps.filter((step) => follows(actor, step.agentId));
    },
    async add(draft) {
      const actor = access.actor();
      refuseUnlessCoached(actor, draft.agentId);
      const id = randomUUID();
      return store.changeAgreedStep(id, () => ({
        ...draft,
        id,
        state: "open",
        outcome: null,
        settledAtMs: null,
        settledBy: null,
        author: actor.name,
        createdAtMs: clock.nextMs(),
      }));
    },
    async edit(id, draft) {
      const actor = access.actor();
      refuseUnlessCoached(actor, draft.agentId);
      return store.changeAgreedStep(id, (step) => {
        const known = knownStep(step, id);
        refuseUnlessCoached(actor, known.agentId);
        return { ...known, ...draft };
      });
    },
    async settle({ id, ...outcome }) {
      const actor = access.actor();
      return store.changeAgreedStep(id, (step) => {
        const known = knownStep(step, id);
        // What the team lead settled is not the agent’s to turn round.
        const isOwnAndDone =
          actor.agentId === known.agentId && known.state === "open" && outcome.state === "done";
        if (!isOwnAndDone && !coaches(actor, known.agentId)) {
          throw new Fault(
            "forbidden",
            "Only the team lead changes this step; an agent may say that an own one, still open, is done. Nothing was changed.",
            { stepId: id },
          );
        }
        return settleAgreedStep(known, outcome, actor.name, clock.nowMs());
      });
    },
  };
}

function knownStep(step: AgreedStep | undefined, id: string): AgreedStep {
  if (step !== undefined) return step;
  throw new Fault("not_found", "There is no such step. Nothing was changed; look at the list again.", {
    stepId: id,
  });
}
