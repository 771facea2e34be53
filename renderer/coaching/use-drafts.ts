/** The open drafts of this page, which outlive the screen; closing the page asks first while some are kept nowhere. */
import { useSyncExternalStore } from "react";
import { useClient, type VigieClient } from "../client/client.ts";
import { DraftKeeper, type KeepState } from "./draft-keeper.ts";
import { DraftStore, isUnsaved, type OpenDraft } from "./draft-store.ts";

export const drafts = new DraftStore();

/** One for the console that the page talks to. */
const keepers = new WeakMap<VigieClient, DraftKeeper>();

function askBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function keeperOf(client: VigieClient): DraftKeeper {
  const known = keepers.get(client);
  if (known !== undefined) return known;
  const keeper = new DraftKeeper(drafts, client.note);
  keeper.subscribe(() => {
    const isSafe = keeper.state() === "kept" || keeper.state() === "unread";
    if (isSafe) window.removeEventListener("beforeunload", askBeforeUnload);
    else window.addEventListener("beforeunload", askBeforeUnload);
  });
  keepers.set(client, keeper);
  return keeper;
}

/** Whether a note is being written that nobody else can read yet. */
export function hasUnsavedDrafts(): boolean {
  return [...drafts.drafts().values()].some(isUnsaved);
}

/** All open drafts, by note. */
export function useDrafts(): ReadonlyMap<string, OpenDraft> {
  return useSyncExternalStore(drafts.subscribe, drafts.drafts);
}

/** How far the drafts are kept in the console; the first use reads what was kept before. */
export function useDraftKeeping(): KeepState {
  const keeper = keeperOf(useClient());
  return useSyncExternalStore(keeper.subscribe, keeper.state);
}
