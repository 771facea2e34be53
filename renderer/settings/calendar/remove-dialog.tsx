import { useLingui } from "@lingui/react/macro";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import { Refigured } from "./refigured.tsx";
import { usePutCalendar } from "./use-calendars.ts";

export interface RemoveDialogProps {
  readonly title: string;
  /** The calendar without what is removed. */
  readonly rest: SiteCalendar;
  /** From when on it counted. */
  readonly fromDate: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** Asks before hours or an exception are removed, and says what is refigured. */
export function RemoveDialog({ title, rest, fromDate, today, onClose }: RemoveDialogProps) {
  const { t } = useLingui();
  const put = usePutCalendar();
  const sentenceOf = useFaultSentence();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t`Ne rien changer`}
          </Button>
          <Button
            variant="danger"
            isPending={put.isPending}
            onPress={() =>
              put.mutate(rest, {
                onSuccess() {
                  showToast({ title: t`Heures d’ouverture : changement en place` });
                  onClose();
                },
              })
            }
          >
            {t`Retirer`}
          </Button>
        </>
      }
    >
      {fromDate >= today ? (
        <p>{t`Rien de ce qui est passé ne change.`}</p>
      ) : (
        <Refigured fromDate={fromDate} today={today} />
      )}
      {put.error === null ? null : (
        <p role="alert" className="field-error">
          {sentenceOf(put.error)}
        </p>
      )}
    </Dialog>
  );
}
