/** The raw delay estimators. Each is one number in seconds; calibration makes a range of it. */

/** The state of a queue as one person in it, or about to join it, meets it. */
export type QueueView = {
  /** Cases that will be called before this one. */
  readonly ahead: number;
  /** Cases waiting in all. */
  readonly waiting: number;
  /** How long the longest-waiting case has waited, in seconds; 0 where nobody waits. */
  readonly headWaitSeconds: number;
  /** Agents busy with cases of this queue or of queues they share with it. */
  readonly agentsServing: number;
  /** Agents ready to take a case of this queue at once. */
  readonly agentsFree: number;
  /** Hour of the site's local time, 0–23. */
  readonly hour: number;
};

/** What the queue has shown lately. */
export type QueueMemory = {
  /** Wait in seconds of the last case to enter service; 0 before the first. */
  readonly lastWaitSeconds: number;
  /** Recency-weighted mean handling time in seconds. */
  readonly handleSeconds: number;
  /** Mean seconds between the last calls; null before there were two. */
  readonly secondsPerCall: number | null;
};

/** All estimators, in the order in which ties between them are settled. */
export const estimators = ["queue-by-pace", "queue-by-capacity", "head-of-line", "last-to-enter"] as const;

/** The name of an estimator. */
export type Estimator = (typeof estimators)[number];

/**
 * Raw expected remaining wait in seconds.
 * - `queue-by-pace`: (ahead + 1) × seconds between recent calls;
 * - `queue-by-capacity`: (ahead + 1) × handling time ÷ agents serving;
 * - `head-of-line`: how long the longest-waiting case has waited so far;
 * - `last-to-enter`: the wait of the last case that was called.
 * The last two describe a whole passage through the queue, so they shrink with the position of someone who is
 * already part of the way. With a free agent and nobody ahead all are 0.
 * Source: Ibrahim & Whitt, Real-time delay estimation based on delay history, M&SOM 11 (2009).
 */
export function rawDelaySeconds(estimator: Estimator, view: QueueView, memory: QueueMemory): number {
  if (view.ahead < view.agentsFree) return 0;
  const passage = Math.min(1, (view.ahead + 1) / (view.waiting + 1));
  const byCapacity = ((view.ahead + 1) * memory.handleSeconds) / Math.max(1, view.agentsServing);
  switch (estimator) {
    case "queue-by-pace":
      // A gap in which nobody waited looks like a slow pace; below half of capacity it is taken for one.
      return memory.secondsPerCall === null
        ? byCapacity
        : Math.min((view.ahead + 1) * memory.secondsPerCall, 2 * byCapacity);
    case "queue-by-capacity":
      return byCapacity;
    case "head-of-line":
      return view.headWaitSeconds * passage;
    case "last-to-enter":
      return memory.lastWaitSeconds * passage;
  }
}
