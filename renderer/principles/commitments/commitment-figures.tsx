import { useLingui } from "@lingui/react/macro";
import type { CommitmentFigure } from "../../../shared/domain/commitment-figure.ts";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { useNames } from "../use-names.ts";
import { useCommitmentFigures } from "./use-commitments.ts";

/** What scrolls is reached by keyboard, also where nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

/** How many commitments were kept in time: in all, by service, by month. Not for those who see only their own. */
export function CommitmentFigures() {
  const { t, i18n } = useLingui();
  const { percent } = useFormat();
  const names = useNames();
  const figures = useCommitmentFigures().data;
  const month = new Intl.DateTimeFormat(i18n.locale === "en" ? "en-GB" : "fr-FR", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const { keptInTimeShare = null, keptInTime = null, count = null, overdue = null } = figures?.total ?? {};
  return (
    <Panel title={t`Repères`} detail={t`12 mois`} className="commitment-side">
      {figures === undefined ? null : (
        <section {...scrollable} className="scroll-area" aria-label={t`Engagements tenus à temps`}>
          <div className="commitment-key">
            <p>{t`Tenus à temps`}</p>
            <p className="commitment-share number">
              {keptInTimeShare === null ? "–" : percent(keptInTimeShare)}
            </p>
            <p className="number">
              {count === null
                ? t`moins de cinq échus : pas de part montrée`
                : t`${keptInTime} sur ${count} échus · ${overdue} en retard`}
            </p>
          </div>
          <Shares
            title={t`Par démarche`}
            first={t`Démarche`}
            rows={figures.byService}
            nameOf={names.service}
          />
          <Shares
            title={t`Par mois`}
            first={t`Mois`}
            rows={figures.byMonth.toReversed()}
            nameOf={(key) => month.format(Date.parse(`${key}-15`))}
          />
        </section>
      )}
      <p className="principle-reminder">
        {t`Tenus à temps ÷ (tenus + non tenus + en retard), parmi ceux qui étaient à rendre. Jamais par personne ; moins de cinq ne se montre pas.`}
      </p>
    </Panel>
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
