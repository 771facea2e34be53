/** What the store keeps of problems that people reported, each with its reports. */
import type { Problem } from "../../shared/domain/problem.ts";

export interface ProblemStore {
  /** Newest first. */
  problems(): Promise<Problem[]>;
  /**
   * Reads all, lets `decide` say which are new or changed, keeps those and forgets what has no report left, in one
   * transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeProblems(decide: (problems: readonly Problem[]) => readonly Problem[]): Promise<readonly Problem[]>;
}
