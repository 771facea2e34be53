/** What the store keeps of coaching sessions. */
import type { CoachingSession } from "../../shared/domain/coaching-session.ts";

export interface CoachingSessionStore {
  /** Those that start from an instant on and before another, by their start. */
  sessions(fromMs: number, toMs: number): Promise<CoachingSession[]>;
  session(id: string): Promise<CoachingSession | undefined>;
  /**
   * Reads a session, lets `decide` say what it is from now on, and keeps that, in one transaction.
   *
   * @throws what `decide` throws; nothing is changed then
   */
  changeSession(
    id: string,
    decide: (session: CoachingSession | undefined) => CoachingSession,
  ): Promise<CoachingSession>;
}
