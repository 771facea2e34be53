import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { scores } from "../../../shared/domain/feedback.ts";
import { useDirectory } from "../../client/queries.ts";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Table } from "../../ui/table.tsx";
import { PrinciplesTabs } from "../principles-tabs.tsx";
import { BarsPanel } from "./bars.tsx";
import { FeltWordsPanel } from "./felt-words-panel.tsx";
import { useMonthWords } from "./month-words.ts";
import { useScoreWords } from "./score-words.ts";
import { ExperienceTable } from "./service-experience.tsx";
import { type FeedbackPeriod, type FeedbackView, periodSince, useFeedback } from "./use-feedback.ts";
import "./feedback.css";

/** What scrolls is reached by keyboard, though nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

/** How citizens felt treated: by month and service, answer by answer, and in their words. */
export function FeedbackScreen() {
  const { t } = useLingui();
  const services = useDirectory().data?.services ?? [];
  const [parameters] = useSearchParams();
  const asked = parameters.get("at");
  const askedAtMs = asked === null ? null : Number(asked);
  const [view, setView] = useState<FeedbackView>({ period: periodSince(askedAtMs), serviceId: null });
  const serviceName = (id: string) => services.find((service) => service.id === id)?.name ?? id;
  return (
    <>
      <ScreenHeader title={t`Principes`}>
        <PrinciplesTabs />
      </ScreenHeader>
      <div className="feedback">
        <div className="feedback-filters">
          <SegmentedControl<FeedbackPeriod>
            label={t`Période`}
            options={[
              { id: "month", label: t`1 mois` },
              { id: "quarter", label: t`3 mois` },
              { id: "year", label: t`12 mois` },
            ]}
            value={view.period}
            onChange={(period) => setView({ ...view, period })}
          />
          <FilterChip
            label={t`Démarche`}
            options={services.map(({ id, name }) => ({ id, label: name }))}
            value={view.serviceId}
            onChange={(serviceId) => setView({ ...view, serviceId })}
            clearLabel={t`Montrer toutes les démarches`}
          />
        </div>
        <FeedbackFigures view={view} serviceName={serviceName} />
        <FeltWordsPanel view={view} serviceName={serviceName} askedAtMs={askedAtMs} />
      </div>
    </>
  );
}

function FeedbackFigures(props: {
  readonly view: FeedbackView;
  readonly serviceName: (id: string) => string;
}) {
  const { t } = useLingui();
  const { number, percent } = useFormat();
  const months = useMonthWords();
  const scoreWords = useScoreWords();
  const { view, serviceName } = props;
  const found = useFeedback(view).data;
  if (found === undefined) {
    return (
      <Panel title={t`Ressenti`} className="feedback-loading">
        <Skeleton rows={8} label={t`Les réponses arrivent`} />
      </Panel>
    );
  }
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
      <BarsPanel
        title={t`Expérience des usagers`}
        detail={t`par mois, de 0 à 100`}
        label={t`Expérience des usagers par mois`}
        height={230}
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
        height={230}
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
              { id: "share", title: t`Part`, isNumber: true, render: ({ count }) => percent(count / total) },
            ]}
          />
        }
        definition={t`Dernière réponse de chaque dossier à « comment avez-vous été accueilli ? », de 1 (très mal) à 5 (très bien).`}
        empty={tooFew}
      />
      <Panel title={t`Par démarche`} className="feedback-services">
        {found.services.length === 0 ? (
          <EmptyState title={t`Aucune réponse sur la période.`}>
            {t`Une borne, un questionnaire ou un import envoie les réponses : voir Données.`}
          </EmptyState>
        ) : (
          <section {...scrollable} className="feedback-table" aria-label={t`Par démarche`}>
            <ExperienceTable
              label={t`Expérience des usagers par démarche`}
              keyTitle={t`Démarche`}
              rows={found.services}
              nameOf={serviceName}
            />
          </section>
        )}
      </Panel>
    </>
  );
}
