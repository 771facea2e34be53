/** Has a chart made as a file: says that it is under way, lets it be cancelled, and saves it. */
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { ExportRequest } from "../../shared/domain/export.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";
import { saveFile } from "./save-file.ts";

/** What is made this soon needs no word before it is there, in ms. */
const promptMs = 400;

export function useExport(): (request: Omit<ExportRequest, "language">) => Promise<void> {
  const { t, i18n } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  return useCallback(
    async (request) => {
      const stop = new AbortController();
      const name = request.format.toUpperCase();
      let close = () => {};
      const patience = setTimeout(() => {
        close = showToast(
          {
            title: t`Préparation du fichier ${name}…`,
            detail: t`Le plateau continue pendant ce temps.`,
            action: { label: t`Renoncer`, onPress: () => stop.abort() },
          },
          null,
        );
      }, promptMs);
      try {
        const language = i18n.locale === "en" ? "en" : "fr";
        const steps = await client.export.make({ ...request, language }, { signal: stop.signal });
        for await (const step of steps) {
          if (step.step !== "done" || stop.signal.aborted) continue;
          saveFile(step);
          const { fileName } = step;
          showToast({ title: t`Fichier enregistré`, detail: fileName });
        }
        if (stop.signal.aborted) showToast({ title: t`Export annulé ; aucun fichier n’a été enregistré.` });
      } catch (error) {
        if (stop.signal.aborted) showToast({ title: t`Export annulé ; aucun fichier n’a été enregistré.` });
        else showToast({ title: t`L’export n’a pas abouti.`, level: "bad", detail: sentenceOf(error) });
      } finally {
        clearTimeout(patience);
        close();
      }
    },
    [client, i18n, sentenceOf, t],
  );
}
