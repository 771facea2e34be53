import { useLingui } from "@lingui/react/macro";
import { DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProgressLine } from "./progress-line.tsx";
import type { ImportWizard } from "./use-import-wizard.ts";

const accepted = [".csv", ".tsv", ".txt", ".xlsx", ".gz", ".xz"];

/** The first step: a file, chosen or dropped. */
export function FileStep({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const { sentShare } = wizard;
  return (
    <Panel title={t`Choisir le fichier`} className="import-narrow">
      <div className="data-body">
        <p>
          {t`L’export d’une borne de tickets, d’un standard ou d’un tableur : une ligne par personne reçue, avec au moins la date et l’heure d’arrivée.`}
        </p>
        {sentShare === null ? (
          <DropZone
            className="drop-zone"
            aria-label={t`Déposer le fichier`}
            getDropOperation={() => "copy"}
            onDrop={({ items }) => {
              const [item] = items.filter(isFileDropItem);
              if (item !== undefined) void item.getFile().then((file) => wizard.send(file));
            }}
          >
            <FileTrigger
              acceptedFileTypes={accepted}
              onSelect={(files) => {
                const file = files?.item(0);
                if (file !== null && file !== undefined) wizard.send(file);
              }}
            >
              <Button variant="primary" isPending={wizard.isBusy}>{t`Choisir un fichier…`}</Button>
            </FileTrigger>
            <span>{t`ou le déposer ici`}</span>
            <small>{t`CSV, TSV, Excel (.xlsx), aussi compressés (.gz, .xz)`}</small>
          </DropZone>
        ) : (
          <div className="import-sending">
            <ProgressLine label={t`Lecture du fichier`} share={sentShare} />
            <Button onPress={wizard.stopSending}>{t`Annuler`}</Button>
          </div>
        )}
        <ul className="import-promises">
          <li>{t`Rien n’est enregistré avant que vous ne le confirmiez, à la dernière étape.`}</li>
          <li>{t`Importer deux fois le même fichier n’ajoute rien.`}</li>
          <li>
            {t`Les colonnes sur les personnes (nom, téléphone, courriel, remarques) ne sont jamais reprises.`}
          </li>
        </ul>
      </div>
    </Panel>
  );
}
