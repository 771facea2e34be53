/** What a person can do about watched folders; says so where it failed. */
import { useMutation } from "@tanstack/react-query";
import type { WatchedFolderDraft } from "../../../shared/domain/watched-folder.ts";
import { useClient } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { showToast } from "../../ui/toast.tsx";

/** Watches a folder; the dialog shows what went wrong. */
export function usePutFolder() {
  const client = useClient();
  return useMutation({ mutationFn: (draft: WatchedFolderDraft) => client.import.putFolder(draft) });
}

export function useRemoveFolder() {
  const client = useClient();
  const sentenceOf = useFaultSentence();
  return useMutation({
    mutationFn: (id: string) => client.import.removeFolder({ id }),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
}
