import { useLingui } from "@lingui/react/macro";
import { localInstantMs } from "../../../shared/queueing/local-clock.ts";
import { DateField } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** A due date as it is typed. */
export interface Due {
  /** Local date; empty where it is not whole. */
  readonly date: string;
  /** `17:00`. */
  readonly time: string;
}

/** The instant that was typed; null where it is none. */
export function dueAtMs({ date, time }: Due, timeZone: string): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:hH]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (date === "" || hour === undefined || minute === undefined) return null;
  return localInstantMs(date, Number(hour) * 60 + Number(minute), timeZone);
}

export interface DueFieldsProps {
  readonly due: Due;
  readonly onChange: (due: Due) => void;
  /** What is wrong with it; null where nothing is. */
  readonly mistake: "date" | "time" | "past" | null;
}

/** By when: a date and a time of day. */
export function DueFields({ due, onChange, mistake }: DueFieldsProps) {
  const { t } = useLingui();
  return (
    <div className="principle-form-row">
      <DateField
        label={t`Pour le`}
        value={due.date}
        onChange={(date) => onChange({ ...due, date })}
        isInvalid={mistake === "date" || mistake === "past"}
        error={mistake === "past" ? t`Cette heure est déjà passée.` : t`Écrivez une date entière.`}
      />
      <TextField
        label={t`Avant`}
        value={due.time}
        onChange={(time) => onChange({ ...due, time })}
        placeholder="17:00"
        maxLength={5}
        isInvalid={mistake === "time"}
        error={t`Écrivez une heure comme 17:00.`}
      />
    </div>
  );
}
