import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useClient } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast.tsx";
import { mappingText } from "./use-import-wizard.ts";
import "./import-jobs.css";

const mappingsKey = ["import", "mappings"];

/** Mappings that somebody keeps: offered where a file has their columns, and fit for the command line. */
export function SavedMappings() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const saved = useQuery({ queryKey: mappingsKey, queryFn: () => client.import.mappings() }).data;
  const remove = useMutation({
    mutationFn: (name: string) => client.import.removeMapping({ name }),
    onSuccess: (mappings) => cache.setQueryData(mappingsKey, mappings),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  if (saved === undefined || saved.length === 0) return null;
  return (
    <section className="saved-mappings" aria-label={t`Correspondances gardées`}>
      <h3>{t`Correspondances gardées`}</h3>
      <ul>
        {saved.map(({ mapping }) => (
          <li key={mapping.name}>
            <span className="job-name">{mapping.name}</span>
            <span className="grow" />
            <Button
              aria-label={t`Enregistrer le fichier de ${mapping.name}`}
              onPress={() => download(`${mapping.name}.mapping.json`, mappingText(mapping))}
            >
              {t`Exporter`}
            </Button>
            <Button
              variant="quiet"
              aria-label={t`Retirer la correspondance ${mapping.name}`}
              onPress={() => remove.mutate(mapping.name)}
            >
              {t`Retirer`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Gives a text to the person as a file. */
function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
