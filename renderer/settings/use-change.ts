import type { Settings } from "../../shared/domain/settings.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useChangeSettings } from "../client/queries.ts";
import { showToast } from "../ui/toast.tsx";

/** Changes settings at once; says so where that failed. */
export function useChange(): (change: Partial<Settings>) => void {
  const { mutate } = useChangeSettings();
  const sentenceOf = useFaultSentence();
  return (change) =>
    mutate(change, { onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }) });
}
