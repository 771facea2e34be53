import { useLingui } from "@lingui/react/macro";
import type { SeenNote } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { Markdown } from "./markdown.tsx";

export interface NoteConflictProps {
  readonly theirs: SeenNote;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
}

/** Shows what somebody else saved meanwhile beside what is being written, and asks which one stays. */
export function NoteConflict({ theirs, onKeepMine, onKeepTheirs }: NoteConflictProps) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const when = useFormat().dateTime(theirs.updatedAtMs, timeZone);
  return (
    <section className="note-conflict" role="alert">
      <h3>
        <LevelShape level="warn" /> {t`Une autre version a été enregistrée entre-temps`}
      </h3>
      <p>
        {t`${theirs.author} l’a enregistrée le ${when}. Votre texte est gardé dans le champ ci-dessous ; l’autre version reste dans l’historique quoi que vous choisissiez.`}
      </p>
      <div className="note-theirs">
        <small>{t`Version ${theirs.revision}, ${theirs.author}`}</small>
        <Markdown text={theirs.text} />
      </div>
      <div className="note-actions">
        <Button variant="primary" onPress={onKeepMine}>
          {t`Enregistrer la mienne`}
        </Button>
        <Button onPress={onKeepTheirs}>{t`Garder l’autre version`}</Button>
      </div>
    </section>
  );
}
