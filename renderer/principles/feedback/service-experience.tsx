import { useLingui } from "@lingui/react/macro";
import type { ExperienceRow } from "../../../shared/domain/experience.ts";
import { useFormat } from "../../ui/format.ts";
import { Table } from "../../ui/table.tsx";

/** The citizen experience with what it is made of, one row per month or service. */
export function ExperienceTable(props: {
  readonly label: string;
  readonly keyTitle: string;
  readonly rows: readonly ExperienceRow[];
  readonly nameOf: (key: string) => string;
  /** The row that the rest of the screen is about; none where it is left out. */
  readonly currentKey?: string | null;
}) {
  const { t } = useLingui();
  const { number, percent } = useFormat();
  const score = (value: number | null) => (value === null ? "–" : number(Math.round(value)));
  const share = (value: number | null) => (value === null ? "–" : percent(value));
  return (
    <Table
      label={props.label}
      rows={props.rows}
      keyOf={({ key }) => key}
      currentKey={props.currentKey ?? null}
      columns={[
        { id: "key", title: props.keyTitle, render: ({ key }) => props.nameOf(key) },
        {
          id: "experience",
          title: t`Expérience`,
          isNumber: true,
          render: (row) => <b>{score(row.experience)}</b>,
        },
        {
          id: "treated",
          title: t`Accueil ressenti`,
          isNumber: true,
          render: (row) => score(row.treatedScore),
        },
        { id: "level", title: t`Servis à temps`, isNumber: true, render: (row) => share(row.serviceLevel) },
        {
          id: "solved",
          title: t`Réglé du premier coup`,
          isNumber: true,
          render: (row) => share(row.solvedShare),
        },
        {
          id: "answers",
          title: "n",
          isNumber: true,
          render: ({ answerCount }) => (answerCount === null ? t`moins de 5` : number(answerCount)),
        },
      ]}
    />
  );
}
