/** What the store keeps of agreed steps. */
import type { AgreedStep } from "../../shared/domain/agreed-step.ts";

export interface AgreedStepStore {
  /** Open ones, and those settled at or after an instant, by due date. */
  agreedSteps(settledSinceMs: number): Promise<AgreedStep[]>;
  /**
   * Reads a step, lets `decide` say what it is from now on, and keeps that, in one transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeAgreedStep(id: string, decide: (step: AgreedStep | undefined) => AgreedStep): Promise<AgreedStep>;
}
