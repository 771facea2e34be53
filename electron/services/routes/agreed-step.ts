/** The routes of agreed steps. */
import type { AgreedStepService } from "../agreed-step.ts";
import type { Implementer } from "./implementer.ts";

export function agreedStepRoutes({ agreedStep }: Implementer, steps: AgreedStepService) {
  return {
    list: agreedStep.list.handler(() => steps.list()),
    add: agreedStep.add.handler(({ input }) => steps.add(input)),
    edit: agreedStep.edit.handler(({ input }) => steps.edit(input.id, input.draft)),
    settle: agreedStep.settle.handler(({ input }) => steps.settle(input)),
  };
}
