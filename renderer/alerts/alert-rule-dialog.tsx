import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type AlertRule, alertMeasures, measureKinds } from "../../shared/domain/alert-rule.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory } from "../client/queries.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { QuietHoursFields } from "./quiet-hours-fields.tsx";
import { fieldLimits, fromField, isSound, toField, withMeasure } from "./rule-form.ts";
import { measureWords } from "./words.ts";

const anywhere = "*";

export interface AlertRuleDialogProps {
  readonly rule: AlertRule;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** One rule: what it watches, where, from when on, and how it tells. */
export function AlertRuleDialog({ rule, isNew, onClose }: AlertRuleDialogProps) {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const directory = useDirectory().data;
  const formId = useId();
  const [form, setForm] = useState(rule);
  const save = useMutation({ mutationFn: () => client.alert.putRule(form), onSuccess: onClose });
  const remove = useMutation({
    mutationFn: () => client.alert.removeRule({ id: rule.id }),
    onSuccess: onClose,
  });
  const kind = measureKinds[form.measure];
  const unitHints = { count: {}, seconds: { hint: t`en minutes` }, share: { hint: t`en %` } };
  const unit = { least: 0, ...fieldLimits[kind.unit], ...unitHints[kind.unit] };
  const isAbove = kind.raisedWhen === "above";
  const error = save.error ?? remove.error;

  function change(part: Partial<AlertRule>) {
    setForm({ ...form, ...part });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNew ? t`Nouvelle règle d’alerte` : t`Règle d’alerte`}
      actions={
        <>
          {isNew ? null : (
            <Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
              <Trans>Retirer la règle</Trans>
            </Button>
          )}
          <span className="grow" />
          <Button onPress={onClose}>{t`Ne rien changer`}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={save.isPending}
            isDisabled={!isSound(form)}
          >
            {t`Enregistrer`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="alert-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSound(form)) save.mutate();
        }}
      >
        <Select
          label={t`Ce qui est surveillé`}
          options={alertMeasures.map((id) => ({ id, label: t(measureWords[id]) }))}
          value={form.measure}
          onChange={(id) =>
            setForm(withMeasure(form, alertMeasures.find((one) => one === id) ?? form.measure))
          }
        />
        {kind.about === "feed" ? null : (
          <div className="alert-fields">
            <Select
              label={t`Accueil`}
              options={[
                { id: anywhere, label: t`Tous les accueils` },
                ...(directory?.sites ?? []).map(({ id, name }) => ({ id, label: name })),
              ]}
              value={form.siteId ?? anywhere}
              onChange={(id) => change({ siteId: id === anywhere ? null : id })}
            />
            {kind.about === "agent" ? null : (
              <Select
                label={t`Démarche`}
                options={[
                  { id: anywhere, label: t`Toutes, au guichet et au téléphone` },
                  ...(directory?.services ?? []).map(({ id, name }) => ({ id, label: name })),
                ]}
                value={form.serviceId ?? anywhere}
                onChange={(id) => change({ serviceId: id === anywhere ? null : id })}
              />
            )}
          </div>
        )}
        <div className="alert-fields">
          <NumberField
            label={isAbove ? t`Alerter au-dessus de` : t`Alerter au-dessous de`}
            {...unit}
            value={toField(form.measure, form.threshold)}
            onChange={(field) => change({ threshold: fromField(form.measure, field) })}
          />
          <NumberField
            label={t`Fin de l’alerte à`}
            {...unit}
            value={toField(form.measure, form.clear)}
            onChange={(field) => change({ clear: fromField(form.measure, field) })}
          />
          <NumberField
            label={t`Si cela dure`}
            hint={t`en minutes`}
            least={0}
            most={60}
            step={0.5}
            value={form.forSeconds / 60}
            onChange={(minutes) => change({ forSeconds: minutes * 60 })}
          />
        </div>
        {isSound(form) ? null : (
          <p role="alert" className="field-error">
            {isAbove
              ? t`La fin de l’alerte doit être au plus égale au seuil.`
              : t`La fin de l’alerte doit être au moins égale au seuil.`}
          </p>
        )}
        <QuietHoursFields value={form.quietHours} onChange={(quietHours) => change({ quietHours })} />
        <div className="alert-checks">
          <Checkbox isSelected={form.sound} onChange={(sound) => change({ sound })}>
            <Trans>Son</Trans>
          </Checkbox>
          <Checkbox isSelected={form.desktop} onChange={(desktop) => change({ desktop })}>
            <Trans>Notification de bureau</Trans>
          </Checkbox>
          <Checkbox isSelected={form.enabled} onChange={(enabled) => change({ enabled })}>
            <Trans>Règle active</Trans>
          </Checkbox>
        </div>
        {error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
