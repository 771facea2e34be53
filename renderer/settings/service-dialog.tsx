import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Service, Target } from "../../shared/domain/service.ts";
import { judgedOtherwiseFromMs } from "../../shared/domain/target-change.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { isDate } from "./calendar/calendar-form.ts";
import { TargetFields } from "./target-fields.tsx";
import {
  currentTarget,
  dateOf,
  emptyForm,
  formOf,
  fromMsOf,
  targetOf,
  withoutTarget,
  withTarget,
} from "./target-form.ts";
import { TargetHistory } from "./target-history.tsx";
import { usePutDirectory } from "./use-put-directory.ts";
import { useTargetDate } from "./use-target-date.ts";

export interface ServiceDialogProps {
  readonly service: Service;
  /** By which the dates of targets begin. */
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Name and targets of one service: what counts, what counted, what is planned. */
export function ServiceDialog({ service, timeZone, onClose }: ServiceDialogProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const dateWords = useTargetDate(timeZone);
  const put = usePutDirectory();
  const [nowMs] = useState(serverNowMs);
  const [name, setName] = useState(service.name);
  /** The service without what was removed here. */
  const [kept, setKept] = useState(service);
  const [corrected, setCorrected] = useState<Target | null>(null);
  const before = currentTarget(kept, nowMs);
  const [form, setForm] = useState(before === null ? emptyForm(service, nowMs) : formOf(before));
  /** Without a date: from now on, or from the very beginning where that is corrected. */
  const [hasDate, setHasDate] = useState(false);
  const [date, setDate] = useState("");
  const [isChecked, setChecked] = useState(false);
  const reference = corrected ?? before;
  const isSame = reference !== null && JSON.stringify(formOf(reference)) === JSON.stringify(form);
  const isSameDate = corrected === null ? !hasDate : dateOf(corrected, timeZone) === date;
  const fromMs = hasDate && isDate(date) ? fromMsOf(date, timeZone, corrected) : (corrected?.fromMs ?? nowMs);
  const result = isSame && isSameDate ? kept : withTarget(kept, targetOf(form, fromMs), corrected);
  const anewMs = judgedOtherwiseFromMs(service.targets, result.targets);
  const anew = anewMs === null || anewMs >= nowMs ? null : dateWords(anewMs);

  function correct(target: Target) {
    setCorrected(target);
    setForm(formOf(target));
    setHasDate(target.fromMs !== 0);
    setDate(dateOf(target, timeZone));
  }

  function beginNew(from: typeof kept) {
    const current = currentTarget(from, nowMs);
    setCorrected(null);
    setForm(current === null ? emptyForm(service, nowMs) : formOf(current));
    setHasDate(false);
  }

  function remove(target: Target) {
    const rest = withoutTarget(kept, target);
    setKept(rest);
    beginNew(rest);
  }

  function save() {
    setChecked(true);
    const changed = { ...result, name: name.trim() };
    if (changed.name === "" || (hasDate && !isDate(date))) return;
    put.mutate(
      { services: [changed] },
      {
        onSuccess() {
          showToast({ title: t`${changed.name} : changement en place` });
          onClose();
        },
      },
    );
  }

  const correctedFrom = corrected === null ? "" : dateWords(corrected.fromMs);
  return (
    <FormDialog
      title={t`Démarche ${service.name}`}
      lead={t`Un nouvel objectif compte à partir de sa date ; les jours d’avant gardent le leur.`}
      size="wide"
      className="service-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <TextField
        label={t`Nom`}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
        isInvalid={name.trim() === ""}
        error={t`Écrivez un nom.`}
      />
      {kept.targets.length === 0 ? (
        <p>{t`Jusqu’ici chaque canal de cette démarche a son propre objectif ; celui-ci vaudra pour tous.`}</p>
      ) : (
        <TargetHistory
          targets={kept.targets}
          nowMs={nowMs}
          timeZone={timeZone}
          onCorrect={correct}
          onRemove={remove}
        />
      )}
      <div className="target-heading">
        <h3>{corrected === null ? t`Nouvel objectif` : t`Corriger l’objectif : ${correctedFrom}`}</h3>
        {corrected === null ? null : (
          <Button variant="quiet" onPress={() => beginNew(kept)}>
            {t`Plutôt un nouvel objectif`}
          </Button>
        )}
      </div>
      <TargetFields form={form} onChange={setForm} />
      {corrected?.fromMs === 0 ? null : (
        <div className="target-begin">
          {corrected === null ? (
            <SegmentedControl
              label={t`Compter à partir de`}
              options={[
                { id: "now", label: t`Maintenant` },
                { id: "date", label: t`Une date…` },
              ]}
              value={hasDate ? "date" : "now"}
              onChange={(choice) => {
                setHasDate(choice === "date");
                setDate(dateOf(targetOf(form, nowMs), timeZone));
              }}
            />
          ) : null}
          {!hasDate ? null : (
            <DateField
              label={t`Compter à partir du`}
              value={date}
              onChange={setDate}
              isInvalid={isChecked && !isDate(date)}
              error={t`Choisissez une date.`}
            />
          )}
        </div>
      )}
      {anew === null ? null : (
        <p className="settings-warning" role="status">
          {t`Les niveaux de service depuis ${anew} seront recalculés, et ne seront plus ceux déjà publiés.`}
        </p>
      )}
    </FormDialog>
  );
}
