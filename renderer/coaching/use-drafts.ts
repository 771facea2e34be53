/** The open drafts of this page, which outlive the screen; closing the page asks first while some are unsaved. */
import { useSyncExternalStore } from "react";
import { DraftStore, isUnsaved, type OpenDraft } from "./draft-store.ts";

export const drafts = new DraftStore();

function askBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Whether anything typed would be lost if the page closed. */
export function hasUnsavedDrafts(): boolean {
  return [...drafts.drafts().values()].some(isUnsaved);
}

drafts.subscribe(() => {
  if (hasUnsavedDrafts()) window.addEventListener("beforeunload", askBeforeUnload);
  else window.removeEventListener("beforeunload", askBeforeUnload);
});

/** All open drafts, by note. */
export function useDrafts(): ReadonlyMap<string, OpenDraft> {
  return useSyncExternalStore(drafts.subscribe, drafts.drafts);
}
