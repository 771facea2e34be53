import { useLingui } from "@lingui/react/macro";
import type { ColumnFacts } from "../../../shared/domain/import-column.ts";
import { momentOf } from "../../../shared/domain/import-guess.ts";
import type { ImportPlan, Moment, MomentName } from "../../../shared/domain/import-plan.ts";
import { Select } from "../../ui/select.tsx";
import { ColumnSelect } from "./column-select.tsx";
import { formatOptions } from "./time-words.ts";

export interface MomentFieldsProps {
  readonly facts: readonly ColumnFacts[];
  readonly moments: ImportPlan["moments"];
  readonly onChange: (moments: ImportPlan["moments"]) => void;
}

/** When a person came, was called, was served and left: one column each. */
export function MomentFields({ facts, moments, onChange }: MomentFieldsProps) {
  const { t } = useLingui();
  const factOf = (name: string | null) => facts.find((fact) => fact.name === name);
  const { arrival } = moments;

  function chooseDay(name: string | null) {
    const fact = factOf(name);
    const holdsTime = fact?.kind === "dateTime";
    onChange({
      ...moments,
      arrival: {
        ...arrival,
        date: name,
        dateFormat: fact?.format ?? "",
        ...(holdsTime ? { time: null, timeFormat: "" } : {}),
      },
    });
  }

  function chooseTime(name: string | null) {
    onChange({ ...moments, arrival: { ...arrival, time: name, timeFormat: factOf(name)?.format ?? "" } });
  }

  const later: readonly (readonly [Exclude<MomentName, "arrival">, string])[] = [
    ["call", t`Appel`],
    ["start", t`Début au guichet`],
    ["end", t`Fin`],
  ];
  return (
    <>
      <div className="plan-row">
        <ColumnSelect label={t`Jour d’arrivée`} facts={facts} value={arrival.date} onChange={chooseDay} />
        {arrival.date === null ? null : (
          <FormatSelect
            label={t`Écriture du jour d’arrivée`}
            format={arrival.dateFormat}
            onChange={(dateFormat) => onChange({ ...moments, arrival: { ...arrival, dateFormat } })}
          />
        )}
      </div>
      <div className="plan-row">
        <ColumnSelect
          label={t`Heure d’arrivée`}
          facts={facts}
          value={arrival.time}
          noneLabel={t`dans la même colonne`}
          onChange={chooseTime}
        />
        {arrival.time === null ? null : (
          <FormatSelect
            label={t`Écriture de l’heure d’arrivée`}
            format={arrival.timeFormat}
            onChange={(timeFormat) => onChange({ ...moments, arrival: { ...arrival, timeFormat } })}
          />
        )}
      </div>
      {later.map(([name, label]) => (
        <LaterMoment
          key={name}
          label={label}
          facts={facts}
          moment={moments[name]}
          onChange={(moment) => onChange({ ...moments, [name]: moment })}
        />
      ))}
    </>
  );
}

function LaterMoment(props: {
  readonly label: string;
  readonly facts: readonly ColumnFacts[];
  readonly moment: Moment | null;
  readonly onChange: (moment: Moment | null) => void;
}) {
  const { t } = useLingui();
  const { label, facts, moment, onChange } = props;
  const name = moment?.time ?? moment?.date ?? null;
  const format = moment === null ? "" : moment.time === null ? moment.dateFormat : moment.timeFormat;
  return (
    <div className="plan-row">
      <ColumnSelect
        label={label}
        facts={facts}
        value={name}
        onChange={(chosen) => onChange(momentOf(facts.find((fact) => fact.name === chosen)))}
      />
      {moment === null ? null : (
        <FormatSelect
          label={t`Écriture : ${label}`}
          format={format}
          onChange={(next) => onChange(withFormat(moment, next))}
        />
      )}
    </div>
  );
}

/** A format without a date stands for a time of day, on the day of the moment before. */
function withFormat(moment: Moment, format: string): Moment {
  const name = moment.time ?? moment.date;
  return /[YMD]/.test(format)
    ? { date: name, dateFormat: format, time: null, timeFormat: "" }
    : { date: null, dateFormat: "", time: name, timeFormat: format };
}

function FormatSelect(props: {
  readonly label: string;
  readonly format: string;
  readonly onChange: (format: string) => void;
}) {
  const { t } = useLingui();
  return (
    <Select
      label={props.label}
      hidesLabel
      options={formatOptions(props.format)}
      value={props.format === "" ? null : props.format}
      placeholder={t`écriture à choisir`}
      onChange={props.onChange}
    />
  );
}
