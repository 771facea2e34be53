import { useLingui } from "@lingui/react/macro";
import { scores } from "../../../shared/domain/feedback.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { BarsPanel } from "./bars.tsx";
import { useMonthWords } from "./month-words.ts";
import { useScoreWords } from "./score-words.ts";
import { ExperienceTable } from "./service-experience.tsx";
import type { FeedbackOverview, FeedbackView } from "./use-feedback.ts";

/** Low enough that the table below shows some services on a small screen. */
const chartHeight = 190;

/** What scrolls is reached by keyboard, though nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

/** The figures of those who answered: by month, answer by answer, by service. */
export function FeedbackFigures(props: {
  readonly found: FeedbackOverview;
  readonly view: FeedbackView;
  readonly serviceName: (id: string) => string;
}) {
  const { t } = useLingui();
  const { number, percent } = useFormat();
  const months = useMonthWords();
  const scoreWords = useScoreWords();
  const { found, view, serviceName } = props;
  const counts = found.distributions.find(({ serviceId }) => serviceId === view.serviceId)?.counts ?? null;
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  const tooFew = (
    <EmptyState title={t`Pas encore cinq réponses.`}>
      {t`En dessous de cinq réponses rien n’est montré : cela parlerait d’une seule personne. Allongez la période ou retirez le filtre.`}
    </EmptyState>
  );
  const answers = scores.map((score, index) => ({ score, count: counts?.[index] ?? 0 }));
  return (
    <>
      <div className="feedback-charts">
        <BarsPanel
          title={t`Expérience des usagers`}
          detail={t`par mois, de 0 à 100`}
          label={t`Expérience des usagers par mois`}
          height={chartHeight}
          max={100}
          points={found.months.map(({ key, experience }) => ({
            key,
            label: months.short(key),
            value: experience,
            text: experience === null ? "" : number(Math.round(experience)),
          }))}
          table={
            <ExperienceTable
              label={t`Expérience des usagers par mois`}
              keyTitle={t`Mois`}
              rows={found.months}
              nameOf={months.long}
            />
          }
          definition={t`70 % l’accueil ressenti (1 à 5 ramené sur 100), 15 % le niveau de service, 15 % la part réglée du premier coup. Une réponse compte dans le mois où le dossier est venu.`}
          empty={tooFew}
        />
        <BarsPanel
          title={t`Comment ils ont été accueillis`}
          detail={total === 0 ? null : `n = ${number(total)}`}
          label={t`Réponses de 1 à 5`}
          height={chartHeight}
          points={answers.map(({ score, count }) => ({
            key: String(score),
            label: `${score} · ${scoreWords(score)}`,
            value: counts === null ? null : count,
            text: total === 0 ? "" : percent(count / total),
          }))}
          table={
            <Table
              label={t`Réponses de 1 à 5`}
              rows={counts === null ? [] : answers}
              keyOf={({ score }) => String(score)}
              columns={[
                {
                  id: "score",
                  title: t`Ressenti`,
                  render: ({ score }) => `${score} · ${scoreWords(score)}`,
                },
                { id: "count", title: "n", isNumber: true, render: ({ count }) => number(count) },
                {
                  id: "share",
                  title: t`Part`,
                  isNumber: true,
                  render: ({ count }) => percent(count / total),
                },
              ]}
            />
          }
          definition={t`Dernière réponse de chaque dossier à « comment avez-vous été accueilli ? », de 1 (très mal) à 5 (très bien).`}
          empty={tooFew}
        />
      </div>
      <Panel title={t`Par démarche`} className="feedback-services">
        <section {...scrollable} className="feedback-table" aria-label={t`Par démarche`}>
          <ExperienceTable
            label={t`Expérience des usagers par démarche`}
            keyTitle={t`Démarche`}
            rows={found.services}
            nameOf={serviceName}
            currentKey={view.serviceId}
          />
        </section>
      </Panel>
    </>
  );
}
