import { useLingui } from "@lingui/react/macro";
import { faultOf, useFaultSentence } from "../client/fault-sentence.ts";

/** Why a passphrase was not taken, in a sentence. */
export function useSignInProblem(): (error: unknown) => string {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (error) => {
    const { code, data } = faultOf(error);
    if (code === "unauthorised") return t`Cette phrase n’est pas la bonne. Recommencez.`;
    const seconds = Number(data["waitSeconds"] ?? 0);
    if (code === "too_many_requests") {
      return t`Trop d’essais : attendez ${seconds} s avant de recommencer.`;
    }
    return sentenceOf(error);
  };
}
