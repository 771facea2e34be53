import { useLingui } from "@lingui/react/macro";
import type { CommitmentFigure } from "../../../shared/domain/commitment-figure.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Table } from "../../ui/table.tsx";
import { useMonthWords } from "../feedback/month-words.ts";
import { useNames } from "../use-names.ts";
import { type KeptFigures, useCommitmentFigures } from "./use-commitments.ts";

/** What scrolls is reached by keyboard, also where nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

/** How many commitments were kept in time: in all, by service, by month. Not for those who see only their own. */
export function CommitmentFigures() {
  const { t } = useLingui();
  const question = useCommitmentFigures();
  return (
    <Panel title={t`Repères`} detail={t`12 mois`} className="commitment-side">
      <Awaited
        question={question}
        failure={t`Les repères n’ont pas pu être lus.`}
        loading={<Skeleton rows={9} label={t`Les chiffres arrivent`} />}
      >
        {(figures) => <KnownFigures figures={figures} />}
      </Awaited>
      <p className="principle-reminder">
        {t`Tenus à temps ÷ (tenus + non tenus + en retard), parmi ceux qui étaient à rendre. Jamais par personne ; moins de cinq ne se montre pas.`}
      </p>
    </Panel>
  );
}

function KnownFigures({ figures }: { readonly figures: KeptFigures }) {
  const { t } = useLingui();
  const { percent } = useFormat();
  const names = useNames();
  const months = useMonthWords();
  const { keptInTimeShare, keptInTime, count, overdue } = figures.total;
  return (
    <section {...scrollable} className="scroll-area" aria-label={t`Engagements tenus à temps`}>
      <div className="commitment-key">
        <p>{t`Tenus à temps`}</p>
        <p className="commitment-share number">{keptInTimeShare === null ? "–" : percent(keptInTimeShare)}</p>
        <p className="number">
          {count === null
            ? t`moins de cinq échus : pas de part montrée`
            : t`${keptInTime} sur ${count} échus · ${overdue} en retard`}
        </p>
      </div>
      <Shares title={t`Par démarche`} first={t`Démarche`} rows={figures.byService} nameOf={names.service} />
      <Shares title={t`Par mois`} first={t`Mois`} rows={figures.byMonth.toReversed()} nameOf={months.long} />
    </section>
  );
}

function Shares(props: {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly CommitmentFigure[];
  readonly nameOf: (key: string) => string;
}) {
  const { t } = useLingui();
  const { percent } = useFormat();
  const shown = props.rows.filter(({ count }) => count !== null);
  if (shown.length === 0) return null;
  return (
    <Table
      label={props.title}
      rows={shown}
      keyOf={({ key }) => key}
      columns={[
        { id: "key", title: props.first, render: ({ key }) => props.nameOf(key) },
        {
          id: "share",
          title: t`À temps`,
          isNumber: true,
          render: ({ keptInTimeShare }) => (keptInTimeShare === null ? "–" : percent(keptInTimeShare)),
        },
        { id: "count", title: "n", isNumber: true, render: ({ count }) => count },
      ]}
    />
  );
}
