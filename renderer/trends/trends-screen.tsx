import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ArrivalsChart } from "./arrivals-chart.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LevelChart } from "./level-chart.tsx";
import { TrendFilters } from "./trend-filters.tsx";
import { createTrendFormat } from "./trend-format.ts";
import { TrendsHeader } from "./trends-header.tsx";
import { type Trends, useTrendFigures, useTrends } from "./use-trends.ts";
import { WaitChart } from "./wait-chart.tsx";
import "./chart.css";
import "./trends.css";

/** How waits, arrivals and service level went, by quarter hour of a day or by day of a range. */
export function TrendsScreen() {
  const { t, i18n } = useLingui();
  const trends = useTrends();
  const figures = useTrendFigures(trends);
  const format = useMemo(
    () => createTrendFormat(i18n.locale, trends.timeZone),
    [i18n.locale, trends.timeZone],
  );
  const sentenceOf = useFaultSentence();
  const { points, total, definitionsVersion: version } = figures;
  const isEmpty = points !== undefined && points.length === 0;
  return (
    <>
      <TrendsHeader {...trends} format={format} />
      <TrendFilters {...trends} arrivals={total?.arrivals} definitionsVersion={version} />
      <div className="trends" aria-busy={figures.isUpdating}>
        {figures.error !== null && points === undefined ? (
          <EmptyState
            title={t`Les chiffres n’ont pas pu être lus.`}
            action={<Button onPress={() => void figures.retry()}>{t`Réessayer`}</Button>}
          >
            {sentenceOf(figures.error)}
          </EmptyState>
        ) : points === undefined ? (
          <Skeleton rows={8} label={t`Les chiffres arrivent`} />
        ) : isEmpty ? (
          <NothingYet {...trends} />
        ) : (
          <>
            <WaitChart points={points} format={format} version={version} />
            <ArrivalsChart points={points} format={format} version={version} />
            <LevelChart points={points} format={format} version={version} />
            {total === undefined ? null : <KeyFigures total={total} version={version} format={format} />}
          </>
        )}
      </div>
    </>
  );
}

function NothingYet({ view, setView }: Trends) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const isFiltered = view.serviceId !== null || view.channel !== null || view.siteId !== null;
  return (
    <EmptyState
      title={t`Rien n’est arrivé sur cette période.`}
      action={
        isFiltered ? (
          <Button onPress={() => setView({ ...view, siteId: null, serviceId: null, channel: null })}>
            {t`Tout montrer`}
          </Button>
        ) : (
          <Button onPress={() => navigate("/data")}>{t`Ouvrir les données`}</Button>
        )
      }
    >
      {isFiltered
        ? t`Aucun dossier ne correspond aux filtres. Retirez-les, ou choisissez une autre date avec les flèches.`
        : t`Choisissez une autre date avec les flèches, ou branchez un flux, importez un fichier ou lancez le plateau de démonstration depuis l’écran Données.`}
    </EmptyState>
  );
}
