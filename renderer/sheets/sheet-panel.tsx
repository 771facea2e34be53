import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "../client/session.ts";
import { Markdown } from "../coaching/markdown.tsx";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { SheetEditor } from "./sheet-editor.tsx";
import { SheetView } from "./sheet-view.tsx";
import { useSheet, useSheetHistory } from "./use-sheets.ts";

/** One sheet to read, its earlier wordings, and the way to write a new one. */
export function SheetPanel({ serviceId, name }: { readonly serviceId: string; readonly name: string }) {
  const { t } = useLingui();
  const question = useSheet(serviceId);
  const sheet = question.data;
  const [isEditing, setEditing] = useState(false);
  const edit = useMay()("serviceSheet", "save") ? (
    <Button variant={sheet === null ? "soft" : "plain"} onPress={() => setEditing(true)}>
      {sheet === null ? t`Écrire la fiche` : t`Modifier`}
    </Button>
  ) : null;
  return (
    <Panel title={name} className="sheet-panel" actions={sheet == null ? null : edit}>
      <Awaited
        question={question}
        rows={6}
        label={t`La fiche arrive`}
        failure={t`La fiche n’a pas pu être lue.`}
      >
        {(found) =>
          found === null ? (
            <EmptyState title={t`Pas encore de fiche pour cette démarche.`} action={edit}>
              {t`Pièces à demander, délais, cas particuliers, à qui s’adresser : ce qu’un collègue voudrait savoir.`}
            </EmptyState>
          ) : (
            <div className="sheet-body">
              <SheetView sheet={found} />
              {found.version > 1 ? <Earlier serviceId={serviceId} count={found.version - 1} /> : null}
            </div>
          )
        }
      </Awaited>
      {isEditing ? (
        <SheetEditor
          serviceId={serviceId}
          name={name}
          sheet={sheet ?? null}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Panel>
  );
}

function Earlier({ serviceId, count }: { readonly serviceId: string; readonly count: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="sheet-earlier">
      <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Plural value={count} one="# version précédente" other="# versions précédentes" />
      </Button>
      {isOpen ? <Wordings serviceId={serviceId} /> : null}
    </section>
  );
}

function Wordings({ serviceId }: { readonly serviceId: string }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const timeZone = useTimeZone();
  return (
    <Awaited
      question={useSheetHistory(serviceId)}
      rows={3}
      label={t`Les versions précédentes arrivent`}
      failure={t`Les versions précédentes n’ont pas pu être lues.`}
    >
      {(history) => (
        <ul>
          {history.slice(1).map((sheet) => (
            <li key={sheet.version}>
              <small className="number">
                {dateTime(sheet.atMs, timeZone)} · {sheet.author}
              </small>
              <Markdown text={sheet.text} />
            </li>
          ))}
        </ul>
      )}
    </Awaited>
  );
}
