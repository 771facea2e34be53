import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { saveFile } from "../exports/save-file.ts";
import { Button } from "../ui/button.tsx";
import { showToast } from "../ui/toast.tsx";

/** Everything that is kept about the agent, as two files: one to read, one for machines. */
export function TakeAway() {
  const { t, i18n } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const make = useMutation({
    mutationFn: () => client.mine.everything({ language: i18n.locale === "en" ? "en" : "fr" }),
    onSuccess: ({ fileName, json, text }) => {
      saveFile({ fileName: `${fileName}.txt`, mediaType: "text/plain", base64: toBase64(text) });
      saveFile({ fileName: `${fileName}.json`, mediaType: "application/json", base64: toBase64(json) });
      showToast({
        title: t`Deux fichiers sont prêts : un texte à lire et ses données`,
        detail: t`Les autres personnes y sont nommées par leur rôle.`,
      });
    },
    onError: (error) => showToast({ title: sentenceOf(error), level: "warn" }),
  });
  return (
    <Button isPending={make.isPending} onPress={() => make.mutate()}>
      {t`Emporter tout ce qui me concerne`}
    </Button>
  );
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
