/** Work that is done again and again, never twice at a time. */

/**
 * Does `work` every `periodMs`, skipping a turn while the last one is still at it. Does not keep the
 * process alive.
 *
 * @returns how to stop
 */
export function every(
  periodMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    work()
      .catch(onError)
      .finally(() => {
        isBusy = false;
      });
  }, periodMs);
  timer.unref();
  return () => clearInterval(timer);
}
