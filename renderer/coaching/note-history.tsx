import { Plural, useLingui } from "@lingui/react/macro";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { SeenNote } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { useFormat } from "../ui/format.ts";
import { ChevronDown } from "../ui/icons.tsx";
import { Markdown } from "./markdown.tsx";
import { useNoteHistory } from "./use-notes.ts";

/** The earlier wordings of a note, newest first, with who wrote each and when. */
export function NoteHistory({ note }: { readonly note: SeenNote }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const history = useNoteHistory(note.id, note.revision);
  return (
    <Disclosure className="note-history">
      <Heading level={3}>
        <Button slot="trigger" className="note-history-button">
          <ChevronDown />
          <Plural value={note.revision - 1} one="# version précédente" other="# versions précédentes" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <Awaited
          question={history}
          rows={2}
          label={t`Les versions précédentes arrivent`}
          failure={t`Les versions précédentes n’ont pas pu être lues.`}
        >
          {(wordings) => (
            <ol className="note-wordings">
              {wordings
                .filter((one) => one.revision < note.revision)
                .sort((a, b) => b.revision - a.revision)
                .map((one) => {
                  const when = dateTime(one.atMs, timeZone);
                  return (
                    <li key={one.revision}>
                      <small className="number">{t`Version ${one.revision}, ${one.author}, ${when}`}</small>
                      <Markdown text={one.text} />
                    </li>
                  );
                })}
            </ol>
          )}
        </Awaited>
      </DisclosurePanel>
    </Disclosure>
  );
}
