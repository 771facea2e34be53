/**
 * Keeps drafts in the console while they are written, so that a crash loses at most two seconds of typing.
 * Whatever happens, there is one call at a time, and what changed meanwhile follows.
 */
import type { KeptDraft } from "../../shared/domain/kept-draft.ts";
import { type DraftKey, type DraftStore, isUnsaved, type OpenDraft } from "./draft-store.ts";

/** How long a change waits for others before it is kept; well below two seconds, since the console takes its time too. */
const keepAfterMs = 800;
const againAfterMs = 1_000;

/** - `unread`: what was kept before is not known yet; - `failed`: the last try was in vain, another one follows. */
export type KeepState = "unread" | "kept" | "pending" | "failed";

/** Where drafts are kept. */
export interface DraftPlace {
  drafts(): Promise<readonly KeptDraft[]>;
  keepDraft(draft: KeptDraft): Promise<unknown>;
  dropDraft(which: { key: DraftKey }): Promise<unknown>;
}

export class DraftKeeper {
  readonly #store: DraftStore;
  readonly #place: DraftPlace;
  readonly #listeners = new Set<() => void>();
  /** What is in the console, by note: the very fields that were sent. */
  readonly #kept = new Map<DraftKey, OpenDraft["fields"]>();
  #state: KeepState = "unread";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;

  constructor(store: DraftStore, place: DraftPlace) {
    this.#store = store;
    this.#place = place;
    void this.#read();
  }

  readonly state = (): KeepState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #read(): Promise<void> {
    try {
      const kept = await this.#place.drafts();
      for (const { key, fields } of kept) this.#kept.set(key, fields);
      this.#store.restore(kept);
      this.#say("kept");
      this.#store.subscribe(() => this.#follow());
      this.#follow();
    } catch {
      setTimeout(() => void this.#read(), againAfterMs);
    }
  }

  #follow(): void {
    const { changed, gone } = this.#toDo();
    if (changed.length === 0 && gone.length === 0) return;
    this.#say("pending");
    // A note that was saved must not come back as a draft.
    if (gone.length > 0) void this.#send();
    else this.#sendIn(keepAfterMs);
  }

  #toDo() {
    const open = this.#store.drafts();
    const isWritten = (draft: OpenDraft | undefined) => draft !== undefined && isUnsaved(draft);
    return {
      changed: [...open].filter(([key, draft]) => isWritten(draft) && this.#kept.get(key) !== draft.fields),
      gone: [...this.#kept.keys()].filter((key) => !isWritten(open.get(key))),
    };
  }

  #sendIn(delayMs: number): void {
    this.#timer ??= setTimeout(() => void this.#send(), delayMs);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      const { changed, gone } = this.#toDo();
      for (const key of gone) {
        await this.#place.dropDraft({ key });
        this.#kept.delete(key);
      }
      for (const [key, { fields, saved, revision }] of changed) {
        await this.#place.keepDraft({ key, fields, saved, revision });
        this.#kept.set(key, fields);
      }
      this.#isSending = false;
      this.#say("kept");
      this.#follow();
    } catch {
      this.#isSending = false;
      this.#say("failed");
      this.#sendIn(againAfterMs);
    }
  }

  #say(state: KeepState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
