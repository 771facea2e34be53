/** What the store keeps of trainings. */
import type { EnteredSkill } from "../../shared/domain/skill-matrix.ts";
import type { Training } from "../../shared/domain/training.ts";

export interface TrainingStore {
  /** The newest first. */
  trainings(): Promise<Training[]>;
  /**
   * Reads a training, lets `decide` say what it is from now on and which skills it grants, and keeps
   * all of that, in one transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeTraining(
    id: string,
    decide: (training: Training | undefined) => {
      readonly training: Training;
      readonly skills: readonly EnteredSkill[];
    },
  ): Promise<Training>;
}
