import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePutFolder } from "./use-folders.ts";

/** Asks for a folder and the mapping of its files. */
export function FolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const [path, setPath] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const put = usePutFolder();
  const saved = useQuery({ queryKey: ["import", "mappings"], queryFn: () => client.import.mappings() }).data;
  const mappingName = chosen ?? saved?.[0]?.mapping.name ?? null;
  const hasNone = saved?.length === 0;

  function save() {
    if (mappingName === null || path.trim() === "") return;
    put.mutate({ path, mappingName, enabled: true }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={t`Surveiller un dossier`}
      lead={t`Un fichier qui arrive est importé quand il ne grossit plus, puis rangé dans done ou failed, avec ses rejets à côté.`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Annuler`}</Button>
          <Button
            variant="primary"
            isDisabled={mappingName === null || path.trim() === ""}
            isPending={put.isPending}
            onPress={save}
          >
            {t`Surveiller`}
          </Button>
        </>
      }
    >
      <TextField
        label={t`Chemin du dossier, sur la machine de la console`}
        placeholder="/srv/exports/tickets"
        value={path}
        onChange={setPath}
        autoFocus
      />
      {hasNone ? (
        <p>
          {t`Aucune correspondance n’est gardée : importez d’abord un fichier de ce genre, et gardez sa correspondance.`}
        </p>
      ) : (
        <Select
          label={t`Correspondance`}
          options={(saved ?? []).map(({ mapping }) => ({ id: mapping.name, label: mapping.name }))}
          value={mappingName}
          onChange={setChosen}
        />
      )}
      {put.error === null ? null : (
        <p role="alert" className="field-error">
          {sentenceOf(put.error)}
        </p>
      )}
    </Dialog>
  );
}
