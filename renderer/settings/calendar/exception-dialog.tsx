import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { type ExceptionField, type ExceptionForm, exceptionOf } from "./calendar-form.ts";
import { Refigured } from "./refigured.tsx";
import { usePutCalendar } from "./use-calendars.ts";

/** An exceptional closing or opening: when, and why. */
export function ExceptionDialog(props: {
  readonly calendar: SiteCalendar;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const { calendar, today, onClose } = props;
  const put = usePutCalendar();
  const sentenceOf = useFaultSentence();
  const [form, setForm] = useState<ExceptionForm>({
    kind: "closed",
    fromDate: today,
    toDate: today,
    isWholeDay: true,
    hours: "",
    reason: "",
  });
  const [wrong, setWrong] = useState<readonly ExceptionField[]>([]);

  function change(more: Partial<ExceptionForm>) {
    setForm({ ...form, ...more });
    setWrong(wrong.filter((field) => more[field] === undefined));
  }

  const isOneDay = form.toDate === form.fromDate;

  function save() {
    const outcome = exceptionOf(form, crypto.randomUUID());
    if ("wrong" in outcome) {
      setWrong(outcome.wrong);
      return;
    }
    put.mutate(
      { ...calendar, exceptions: [...calendar.exceptions, outcome.exception] },
      {
        onSuccess() {
          showToast({ title: t`Heures d’ouverture : changement en place` });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={t`Ajouter une exception`}
      lead={t`Une fermeture l’emporte sur une ouverture, et sur les horaires de la semaine.`}
      className="week-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <SegmentedControl
        label={t`Exception`}
        options={[
          { id: "closed", label: t`Fermeture` },
          { id: "open", label: t`Ouverture` },
        ]}
        value={form.kind}
        onChange={(kind) => change({ kind, isWholeDay: kind === "closed" })}
      />
      <div className="exception-dates">
        <DateField
          label={t`Du`}
          autoFocus
          value={form.fromDate}
          onChange={(fromDate) =>
            change({ fromDate, toDate: isOneDay || form.toDate < fromDate ? fromDate : form.toDate })
          }
          isInvalid={wrong.includes("fromDate")}
          error={t`Choisissez une date.`}
        />
        <DateField
          label={t`Au`}
          value={form.toDate}
          onChange={(toDate) => change({ toDate })}
          isInvalid={wrong.includes("toDate")}
          error={t`Choisissez le même jour ou un jour d’après.`}
        />
      </div>
      <Refigured fromDate={form.fromDate} today={today} />
      <Checkbox isSelected={form.isWholeDay} onChange={(isWholeDay) => change({ isWholeDay })}>
        {t`Toute la journée`}
      </Checkbox>
      {form.isWholeDay ? null : (
        <TextField
          label={t`Heures`}
          value={form.hours}
          onChange={(hours) => change({ hours })}
          maxLength={40}
          isInvalid={wrong.includes("hours")}
          error={t`Écrivez par exemple 8:30–12:00.`}
        />
      )}
      <TextField
        label={t`Motif`}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        maxLength={120}
        isInvalid={wrong.includes("reason")}
        error={t`Écrivez un motif court, comme « Travaux ».`}
      />
    </FormDialog>
  );
}
