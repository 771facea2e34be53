import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FolderView } from "../../../shared/contract/import.ts";
import { folderState } from "../../../shared/domain/watched-folder.ts";
import { useFaultWords } from "../../client/fault-sentence.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { useWatchedFolders } from "../import/use-import-jobs.ts";
import { FolderDialog } from "./folder-dialog.tsx";
import { useRemoveFolder } from "./use-folders.ts";

/** Folders whose files import themselves, and how each of them fares. */
export function FoldersPanel() {
  const { t } = useLingui();
  const folders = useWatchedFolders();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title={t`Dossiers surveillés`}
      actions={<Button onPress={() => setAdding(true)}>{t`Surveiller un dossier…`}</Button>}
    >
      {folders === undefined ? (
        <Skeleton rows={1} label={t`Les dossiers arrivent`} />
      ) : folders.length === 0 ? (
        <p className="data-body">
          {t`Chaque fichier déposé dans un dossier surveillé est importé tout seul, une fois, avec une correspondance gardée, puis rangé.`}
        </p>
      ) : (
        <ul className="job-list" aria-label={t`Dossiers surveillés`}>
          {folders.map((view) => (
            <FolderItem key={view.folder.id} view={view} />
          ))}
        </ul>
      )}
      {isAdding ? <FolderDialog onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function FolderItem({ view }: { readonly view: FolderView }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const sentenceOf = useFaultWords();
  const remove = useRemoveFolder();
  const { folder, health } = view;
  const { lastDone, lastFailure } = health;
  const isFailing = folderState(folder, health) === "failing";
  return (
    <li>
      <div className="job-head">
        <strong className="job-name" translate="no">
          {folder.path}
        </strong>
        <FolderStateMark view={view} />
        <span className="grow" />
        <Button
          variant="quiet"
          aria-label={t`Ne plus surveiller ${folder.path}`}
          onPress={() => remove.mutate(folder.id)}
        >
          {t`Retirer`}
        </Button>
      </div>
      <small className="number">
        {folder.mappingName}
        {lastDone === null
          ? ""
          : ` · ${t`dernier fichier : ${lastDone.fileName}, ${dateTime(lastDone.atMs, timeZone)}`}`}
      </small>
      {lastFailure === null || !isFailing ? null : (
        <div role="alert">
          <p className="field-error">
            {lastFailure.fileName === null ? "" : `${lastFailure.fileName} : `}
            {sentenceOf(lastFailure.fault.code)}
          </p>
          <small lang="en" translate="no" className="fault-detail">
            {lastFailure.fault.message}
          </small>
        </div>
      )}
    </li>
  );
}

function FolderStateMark({ view: { folder, health } }: { readonly view: FolderView }) {
  const { t } = useLingui();
  switch (folderState(folder, health)) {
    case "off":
      return <StateMark shape="ring">{t`à l’arrêt`}</StateMark>;
    case "working":
      return <StateMark shape="half" tone="accent">{t`import en cours`}</StateMark>;
    case "failing":
      return <StateMark shape="cross" tone="bad">{t`en échec`}</StateMark>;
    case "waiting":
      return <StateMark shape="disc" tone="good">{t`surveillé`}</StateMark>;
  }
}
