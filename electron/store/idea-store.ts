/** What the store keeps of ideas and questions from the floor. */
import type { Idea } from "../../shared/domain/idea.ts";

export interface IdeaStore {
  /** Newest first. */
  ideas(): Promise<Idea[]>;
  idea(id: string): Promise<Idea | undefined>;
  /**
   * Reads one, lets `decide` say what it is from now on, and keeps that, in one transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeIdea(id: string, decide: (idea: Idea | undefined) => Idea): Promise<Idea>;
}
