/** Follows a stream of the console for as long as the screen is there, through every break of the link. */
import { type Connection, Disconnected } from "./link.ts";

const pauseMs = 1_000;

/** What a follower says after a message: go on, or ask for the stream anew. */
export type Verdict = "go_on" | "start_anew";

/**
 * Opens a stream whenever the link is live, hands on each of its messages, and opens it again when
 * it ends or breaks.
 *
 * @param open asks the console for the stream
 * @param take what to do with a message
 */
export async function followStream<T>(
  connection: Connection,
  signal: AbortSignal,
  open: () => Promise<AsyncIterable<T>>,
  take: (message: T) => Verdict,
): Promise<void> {
  while (!signal.aborted) {
    await connection.untilLive(signal);
    if (signal.aborted) return;
    if ((await followOnce(signal, open, take)) === "failed") await pause(signal);
  }
}

async function followOnce<T>(
  signal: AbortSignal,
  open: () => Promise<AsyncIterable<T>>,
  take: (message: T) => Verdict,
): Promise<"restart" | "failed"> {
  try {
    for await (const message of await open()) {
      if (signal.aborted || take(message) === "start_anew") return "restart";
    }
    return "failed";
  } catch (error) {
    return error instanceof Disconnected ? "restart" : "failed";
  }
}

/** A stream that ends or fails while the link is live is not asked for again at once. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
