import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import type { Service } from "../../shared/domain/service.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { currentTarget, formOf, type TargetForm, targetUnits, withTarget } from "./target-form.ts";
import { usePutDirectory } from "./use-put-directory.ts";

const noTarget: TargetForm = { within: 15, unit: "minutes", percent: 80 };

/** Name and target of one service. */
export function ServiceDialog({
  service,
  onClose,
}: {
  readonly service: Service;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const put = usePutDirectory();
  const formId = useId();
  const [before] = useState(() => currentTarget(service, serverNowMs()));
  const [name, setName] = useState(service.name);
  const [form, setForm] = useState(before === null ? noTarget : formOf(before));
  const unitWords = { seconds: t`secondes`, minutes: t`minutes`, hours: t`heures` };

  function save() {
    const renamed = { ...service, name: name.trim() };
    if (renamed.name === "") return;
    const isSameTarget = before !== null && JSON.stringify(formOf(before)) === JSON.stringify(form);
    const changed = isSameTarget ? renamed : withTarget(renamed, form, serverNowMs());
    put.mutate(
      { services: [changed] },
      {
        onSuccess: () => {
          showToast({ title: t`${changed.name} : changement en place` });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={t`Démarche ${service.name}`}
      lead={t`Un nouvel objectif compte à partir de maintenant ; les jours passés gardent le leur.`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Ne rien changer`}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={put.isPending}>
            {t`Enregistrer`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="service-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
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
        <div className="target-fields">
          <NumberField
            label={t`Servir en moins de`}
            least={1}
            most={999}
            value={form.within}
            onChange={(within) => setForm({ ...form, within })}
          />
          <Select
            label={t`Unité`}
            options={targetUnits.map((id) => ({ id, label: unitWords[id] }))}
            value={form.unit}
            onChange={(id) => setForm({ ...form, unit: targetUnits.find((one) => one === id) ?? form.unit })}
          />
          <NumberField
            label={t`pour cette part, en %`}
            least={1}
            most={100}
            value={form.percent}
            onChange={(percent) => setForm({ ...form, percent })}
          />
        </div>
        {before === null ? (
          <p>{t`Jusqu’ici chaque canal de cette démarche a son propre objectif ; celui-ci vaudra pour tous.`}</p>
        ) : null}
        {put.error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(put.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
