import { useLingui } from "@lingui/react/macro";
import { useDirectory } from "../client/queries.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { TextField } from "../ui/text-field.tsx";
import { findOpenCase } from "./resolve-case.ts";

export interface CaseFieldProps {
  /** What was typed: a ticket or a case number; empty: the note is about no case. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Site of the agent, whose tickets come first. */
  readonly siteId: string | undefined;
}

/** The case that a note is about; says which open case a ticket stands for. */
export function CaseField({ value, onChange, siteId }: CaseFieldProps) {
  const { t } = useLingui();
  const services = useDirectory().data?.services;
  const found = useFloor((floor) => findOpenCase(value, floor.cases.values(), siteId));
  const service = services?.find((one) => one.id === found?.serviceId)?.name ?? found?.serviceId;
  const hint =
    value.trim() === ""
      ? t`Facultatif : le ticket affiché, par exemple A023.`
      : found === undefined
        ? t`Aucun dossier ouvert ne porte ce ticket ; gardé tel quel.`
        : t`Dossier ouvert : ${service ?? ""}`;
  return <TextField label={t`Dossier`} value={value} onChange={onChange} maxLength={128} hint={hint} />;
}
