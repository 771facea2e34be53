import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ScheduleView } from "../../shared/contract/report.ts";
import type { ReportScheduleDraft } from "../../shared/domain/report-schedule.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory } from "../client/queries.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { mistakesOf } from "./schedule-form.ts";
import { useScheduleWords } from "./schedule-words.ts";
import { usePutSchedule } from "./use-schedules.ts";

const everySite = "every-site";
const weekdays = ["1", "2", "3", "4", "5", "6", "7"];

export interface ScheduleDialogProps {
  /** Null: a new one. */
  readonly schedule: ScheduleView | null;
  /** The site of the report that is shown, for a new one. */
  readonly siteId: string | null;
  readonly onClose: () => void;
}

/** When a report is made by itself, for which site, and where it goes. */
export function ScheduleDialog({ schedule, siteId, onClose }: ScheduleDialogProps) {
  const { t } = useLingui();
  const put = usePutSchedule();
  const sentenceOf = useFaultSentence();
  const [draft, setDraft] = useState<ReportScheduleDraft>(
    schedule ?? {
      id: null,
      period: "week",
      day: 1,
      time: "07:30",
      siteId,
      target: { kind: "folder", path: "" },
      isOn: true,
    },
  );
  const [isChecked, setChecked] = useState(false);
  const mistakes = mistakesOf(draft);
  const change = (part: Partial<ReportScheduleDraft>) => setDraft({ ...draft, ...part });
  function save() {
    setChecked(true);
    if (mistakes.size === 0) put.mutate(draftOf(draft), { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={schedule === null ? t`Nouvel envoi` : t`Modifier l’envoi`}
      lead={t`Le rapport porte sur la semaine ou le mois qui vient de finir. Un envoi manqué est rattrapé une fois, au prochain démarrage.`}
      className="report-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <WhenFields draft={draft} change={change} isWrong={isChecked && mistakes.has("time")} />
      <SiteField siteId={draft.siteId} onChange={(id) => change({ siteId: id })} />
      <TargetFields draft={draft} change={change} mistakes={isChecked ? mistakes : new Set()} />
      <Switch
        label={t`Envoi en marche`}
        isOn={draft.isOn}
        onChange={(isOn) => change({ isOn })}
        word={draft.isOn ? t`En marche` : t`Arrêté`}
      />
    </FormDialog>
  );
}

interface FieldProps {
  readonly draft: ReportScheduleDraft;
  readonly change: (part: Partial<ReportScheduleDraft>) => void;
}

function WhenFields({ draft, change, isWrong }: FieldProps & { readonly isWrong: boolean }) {
  const { t } = useLingui();
  const { weekday } = useScheduleWords();
  return (
    <>
      <SegmentedControl
        label={t`Période du rapport`}
        options={[
          { id: "week", label: t`Chaque semaine` },
          { id: "month", label: t`Chaque mois` },
        ]}
        value={draft.period}
        onChange={(period) => change({ period, day: 1 })}
      />
      <div className="report-form-row">
        {draft.period === "week" ? (
          <Select
            label={t`Jour`}
            options={weekdays.map((id) => ({ id, label: weekday(Number(id)) }))}
            value={String(draft.day)}
            onChange={(day) => change({ day: Number(day) })}
          />
        ) : (
          <NumberField
            label={t`Jour du mois`}
            value={draft.day}
            least={1}
            most={28}
            onChange={(day) => change({ day })}
          />
        )}
        <TextField
          label={t`Heure d’envoi`}
          value={draft.time}
          onChange={(time) => change({ time: time.trim() })}
          placeholder="07:30"
          maxLength={5}
          isInvalid={isWrong}
          error={t`Écrivez une heure comme 07:30.`}
        />
      </div>
    </>
  );
}

function SiteField(props: {
  readonly siteId: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useLingui();
  const sites = useDirectory().data?.sites ?? [];
  if (sites.length < 2) return null;
  return (
    <Select
      label={t`Accueil`}
      options={[
        { id: everySite, label: t`Tous les accueils` },
        ...sites.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={props.siteId ?? everySite}
      onChange={(id) => props.onChange(id === everySite ? null : id)}
    />
  );
}

function TargetFields({ draft, change, mistakes }: FieldProps & { readonly mistakes: ReadonlySet<string> }) {
  const { t } = useLingui();
  const { target } = draft;
  return (
    <>
      <SegmentedControl
        label={t`Destination`}
        options={[
          { id: "folder", label: t`Dans un dossier` },
          { id: "email", label: t`Par courriel` },
        ]}
        value={target.kind}
        onChange={(kind) =>
          change({ target: kind === "folder" ? { kind, path: "" } : { kind, address: "" } })
        }
      />
      {target.kind === "folder" ? (
        <TextField
          label={t`Chemin du dossier`}
          hint={t`Sur cette machine, en entier : /srv/rapports ou C:\\Rapports. Il doit exister.`}
          value={target.path}
          onChange={(path) => change({ target: { kind: "folder", path } })}
          maxLength={1_000}
          isInvalid={mistakes.has("path")}
          error={t`Écrivez le chemin entier du dossier.`}
        />
      ) : (
        <TextField
          label={t`Adresse`}
          hint={t`Par le serveur de courriel des réglages.`}
          type="email"
          value={target.address}
          onChange={(address) => change({ target: { kind: "email", address } })}
          maxLength={254}
          isInvalid={mistakes.has("address")}
          error={t`Écrivez une adresse complète, comme prenom.nom@mairie.fr.`}
        />
      )}
    </>
  );
}

/** Only what a draft has: a schedule that is changed carries more. */
function draftOf({ id, period, day, time, siteId, target, isOn }: ReportScheduleDraft): ReportScheduleDraft {
  return { id, period, day, time, siteId, target, isOn };
}
