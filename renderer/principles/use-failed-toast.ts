import { useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Disconnected } from "../client/link.ts";
import { showToast } from "../ui/toast.tsx";

/** Says that something could not be changed; where its answer was lost, that nobody knows whether it was. */
export function useFailedToast(): (error: Error) => void {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (error) => {
    const isLost = error instanceof Disconnected && error.wasSent;
    const title = isLost ? t`Pas de réponse reçue` : t`Rien n’a été changé`;
    showToast({ title, level: "bad", detail: sentenceOf(error) });
  };
}
