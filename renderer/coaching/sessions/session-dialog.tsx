import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import { formatLocalInstant, parseMoment } from "../../../shared/queueing/intervals.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { systemTimeZone } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AgentField } from "../agent-field.tsx";
import { useCoachedAgents } from "../use-notes.ts";
import { useSaveSession } from "./use-sessions.ts";
import "../steps/steps.css";

export interface SessionDialogProps {
  /** Null: a new one. */
  readonly session: CoachingSession | null;
  /** On which a new one is proposed. */
  readonly date: string;
  readonly onClose: () => void;
}

const timeOfDay = /^(?:[01]?\d|2[0-3])[:h][0-5]\d$/;

/** With whom, when, how long and where. */
export function SessionDialog({ session, date, onClose }: SessionDialogProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const save = useSaveSession();
  const agents = useCoachedAgents();
  const timeZone = useTimeZone() ?? systemTimeZone();
  const startsAt = session === null ? null : formatLocalInstant(session.startsAtMs, timeZone);
  const [form, setForm] = useState({
    agentId: session?.agentId ?? null,
    date: startsAt?.slice(0, 10) ?? date,
    time: startsAt?.slice(11, 16) ?? "10:00",
    minutes: session?.minutes ?? 45,
    place: session?.place ?? "",
  });
  const [isChecked, setChecked] = useState(false);
  const isTimeWrong = !timeOfDay.test(form.time.trim());

  function submit() {
    setChecked(true);
    if (form.agentId === null || form.date === "" || isTimeWrong) return;
    const time = form.time.trim().replace("h", ":").padStart(5, "0");
    const startsAtMs = parseMoment(`${form.date}T${time}`, timeZone);
    const { agentId, minutes, place } = form;
    save.mutate(
      { id: session?.id ?? null, draft: { agentId, startsAtMs, minutes, place: place.trim() } },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={session === null ? t`Prévoir une séance` : t`Déplacer la séance`}
      className="growth-form"
      onClose={onClose}
      onSave={submit}
      isSaving={save.isPending}
      error={save.error === null ? null : sentenceOf(save.error)}
    >
      {session === null ? (
        <AgentField
          label={t`Agent`}
          agents={agents}
          value={form.agentId}
          onChange={(agentId) => setForm({ ...form, agentId })}
          error={isChecked && form.agentId === null ? t`Choisissez l’agent.` : null}
        />
      ) : null}
      <div className="growth-pair">
        <DateField
          label={t`Jour`}
          value={form.date}
          onChange={(day) => setForm({ ...form, date: day })}
          isInvalid={isChecked && form.date === ""}
          error={t`Choisissez une date.`}
        />
        <TextField
          label={t`Heure`}
          value={form.time}
          onChange={(time) => setForm({ ...form, time })}
          maxLength={5}
          isInvalid={isChecked && isTimeWrong}
          error={t`Écrivez par exemple 10:00.`}
        />
        <NumberField
          label={t`Durée, en minutes`}
          value={form.minutes}
          onChange={(minutes) => setForm({ ...form, minutes })}
          least={5}
          most={480}
          step={5}
        />
      </div>
      <TextField
        label={t`Lieu (facultatif)`}
        value={form.place}
        onChange={(place) => setForm({ ...form, place })}
        maxLength={120}
      />
    </FormDialog>
  );
}
