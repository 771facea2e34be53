/** Slows down whoever guesses passphrases: after some wrong ones for a person, the next try has to wait. */
const freeTries = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

export interface SignInPause {
  /** How long until the person may be tried again, ms; 0: at once. */
  remainingMs(personId: string, nowMs: number): number;
  wrong(personId: string, nowMs: number): void;
  right(personId: string): void;
}

/** Counts in memory: a restart begins anew, and whoever can restart the console can read its store anyway. */
export function createSignInPause(): SignInPause {
  const tries = new Map<string, { wrong: number; untilMs: number }>();
  return {
    remainingMs: (personId, nowMs) => Math.max(0, (tries.get(personId)?.untilMs ?? 0) - nowMs),
    wrong(personId, nowMs) {
      const wrong = (tries.get(personId)?.wrong ?? 0) + 1;
      const over = wrong - freeTries;
      const pauseMs = over < 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** over);
      tries.set(personId, { wrong, untilMs: nowMs + pauseMs });
    },
    right: (personId) => void tries.delete(personId),
  };
}
