/** The one way from a screen to the console, whichever transport carries it and however often it breaks. */
import type { ClientLink } from "@orpc/client";

export type Link = ClientLink<Record<never, never>>;

/** A transport that is open. */
export interface OpenLink {
  readonly link: Link;
  /** Fulfilled when the transport breaks. */
  readonly closed: Promise<void>;
}

/** Opens the transport; rejects with `Unauthorised` where the console wants to see a new launch address. */
export type Opener = () => Promise<OpenLink>;

/** The console does not know this page; it must be opened anew from the console. */
export class Unauthorised extends Error {}

/** There is no link to the console at the moment. */
export class Disconnected extends Error {
  /** Whether the question had left: its answer is lost, and it may or may not have been carried out. */
  readonly wasSent: boolean;

  constructor(wasSent: boolean) {
    super(wasSent ? "The link broke before the answer came." : "There is no link to the console.");
    this.name = "Disconnected";
    this.wasSent = wasSent;
  }
}

/**
 * - `connecting`: for the first time
 * - `live`
 * - `down`: it broke; trying again
 * - `unauthorised`: only opening the console anew helps
 */
export type LinkState = "connecting" | "live" | "down" | "unauthorised";

const firstRetryMs = 250;
const slowestRetryMs = 5_000;

/** Keeps a transport open, and opens it again with growing pauses when it breaks. */
export class Connection implements Link {
  readonly #open: Opener;
  readonly #listeners = new Set<() => void>();
  #state: LinkState = "connecting";
  #current: OpenLink | undefined;
  #firstAttempt: Promise<void>;

  constructor(open: Opener) {
    this.#open = open;
    this.#firstAttempt = this.#attempt(0);
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Tells when the state changes; returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Fulfilled when the link is live, at once if it is already. */
  async untilLive(signal: AbortSignal): Promise<void> {
    while (this.#state !== "live" && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(settle);
        signal.addEventListener("abort", settle, { once: true });
        function settle() {
          stop();
          resolve();
        }
      });
    }
  }

  async call(...question: Parameters<Link["call"]>): Promise<unknown> {
    if (this.#state === "connecting") await this.#firstAttempt;
    const used = this.#current;
    if (used === undefined) throw new Disconnected(false);
    try {
      return await used.link.call(...question);
    } catch (error) {
      throw this.#current === used ? error : new Disconnected(true);
    }
  }

  async #attempt(failures: number): Promise<void> {
    try {
      const opened = await this.#open();
      this.#current = opened;
      this.#enter("live");
      void opened.closed.then(() => {
        this.#current = undefined;
        this.#enter("down");
        return this.#attempt(0);
      });
    } catch (error) {
      if (error instanceof Unauthorised) {
        this.#enter("unauthorised");
        return;
      }
      this.#enter("down");
      const waitMs = Math.min(slowestRetryMs, firstRetryMs * 2 ** failures);
      setTimeout(() => void this.#attempt(failures + 1), waitMs);
    }
  }

  #enter(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
