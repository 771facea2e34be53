import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CalendarVersion, SiteCalendar } from "../../../shared/domain/calendar.ts";
import { useHoursWords } from "../../backup/hours-words.ts";
import { weekdays } from "../../backup/person-form.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import {
  currentVersion,
  isDate,
  usualWeek,
  type WeekForm,
  weekFormOf,
  weekOf,
  withoutVersion,
  withVersion,
} from "./calendar-form.ts";
import { Refigured } from "./refigured.tsx";
import { usePutCalendar } from "./use-calendars.ts";

export interface WeekDialogProps {
  readonly calendar: SiteCalendar;
  /** The version to correct; null: other hours, from a date on. */
  readonly version: CalendarVersion | null;
  readonly today: string;
  readonly onClose: () => void;
}

/** The hours of a week, one field per day, and from when on they count. */
export function WeekDialog({ calendar, version, today, onClose }: WeekDialogProps) {
  const { t } = useLingui();
  const words = useHoursWords();
  const put = usePutCalendar();
  const sentenceOf = useFaultSentence();
  const [before] = useState(() => version ?? currentVersion(calendar, today));
  const [fromDate, setFromDate] = useState(version?.fromDate ?? today);
  const [hasHours, setHasHours] = useState(version === null || version.week !== null);
  const [form, setForm] = useState<WeekForm>(before.week === null ? usualWeek : weekFormOf(before.week));
  const [isChecked, setChecked] = useState(false);
  const read = weekOf(form);
  const wrongDays = "wrong" in read && hasHours ? read.wrong : [];

  function changeDay(index: number, text: string) {
    setForm(form.map((day, at) => (at === index ? text : day)));
  }

  function save() {
    setChecked(true);
    if (!isDate(fromDate)) return;
    if ("wrong" in read && hasHours) return;
    const week = "week" in read && hasHours ? read.week : null;
    const rest = version === null ? calendar : withoutVersion(calendar, version.fromDate);
    put.mutate(withVersion(rest, { fromDate, week, holidays: before.holidays }), {
      onSuccess() {
        showToast({ title: t`Heures d’ouverture : changement en place` });
        onClose();
      },
    });
  }

  return (
    <FormDialog
      title={t`Horaires de la semaine`}
      lead={t`Ils comptent à partir de leur date ; les jours d’avant gardent les leurs.`}
      className="week-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <DateField
        label={t`Compter à partir du`}
        value={fromDate}
        onChange={setFromDate}
        isInvalid={isChecked && !isDate(fromDate)}
        error={t`Choisissez une date.`}
      />
      <Refigured fromDate={fromDate} today={today} />
      <Checkbox isSelected={!hasHours} onChange={(isOpen) => setHasHours(!isOpen)}>
        {calendar.serviceId === null ? t`Toujours ouvert` : t`Comme l’accueil`}
      </Checkbox>
      {hasHours ? (
        <>
          <div className="week-fields">
            {weekdays.map((weekday, index) => (
              <TextField
                key={weekday}
                label={words.weekday(weekday)}
                placeholder={t`fermé`}
                value={form[index] ?? ""}
                onChange={(text) => changeDay(index, text)}
                maxLength={80}
                autoFocus={index === 0}
                isInvalid={isChecked && wrongDays.includes(index)}
                error={t`Écrivez par exemple 8:30–12:00, 13:30–17:00.`}
              />
            ))}
          </div>
          <div className="week-foot">
            <small>{t`À l’heure de l’accueil, pauses comprises. Vide : fermé ce jour-là.`}</small>
            <Button
              variant="quiet"
              onPress={() => setForm(form.map((day, index) => (index < 5 ? (form[0] ?? "") : day)))}
            >
              {t`Recopier lundi jusqu’à vendredi`}
            </Button>
          </div>
        </>
      ) : null}
    </FormDialog>
  );
}
