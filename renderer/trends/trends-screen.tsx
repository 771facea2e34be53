import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useMayOpen } from "../shell/screen-access.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { ChartTabs } from "./chart-tabs.tsx";
import { Detail } from "./detail.tsx";
import { Overview } from "./overview.tsx";
import { StepSelect } from "./step-select.tsx";
import { TrendActions } from "./trend-actions.tsx";
import { TrendFilters } from "./trend-filters.tsx";
import { createTrendFormat } from "./trend-format.ts";
import { questionOf } from "./trend-question.ts";
import { TrendsHeader } from "./trends-header.tsx";
import { useTotals } from "./use-chart.ts";
import { type Trends, useTrends } from "./use-trends.ts";
import "./chart.css";
import "./trends.css";

/** How the queues went over a day, a week, a month, a year or any days: at a glance, and chart by chart. */
export function TrendsScreen() {
  const { t, i18n } = useLingui();
  const trends = useTrends();
  const { view, setView } = trends;
  const totals = useTotals(trends);
  const format = useMemo(
    () => createTrendFormat(i18n.locale, trends.timeZone, (date) => t`semaine du ${date}`),
    [i18n.locale, trends.timeZone, t],
  );
  return (
    <>
      <TrendsHeader
        {...trends}
        format={format}
        actions={
          <TrendActions view={view} setView={setView}>
            <ExportMenu
              question={questionOf(view, view.chart ?? "waits")}
              stretch={view.chart === null ? null : view.zoom}
            />
          </TrendActions>
        }
      />
      <TrendFilters {...trends} format={format} totals={totals} />
      <ChartTabs
        chart={view.chart}
        onChange={(chart) => setView({ ...view, chart })}
        tools={<StepSelect view={view} setView={setView} />}
      >
        <div className="trends">
          {totals.own === undefined ? (
            <ChartSkeleton error={totals.error} retry={totals.retry} isWide />
          ) : isNothing(totals.own) && (totals.compared === undefined || isNothing(totals.compared)) ? (
            <NothingYet {...trends} />
          ) : view.chart === null ? (
            <Overview {...trends} format={format} totals={totals} />
          ) : (
            <Detail {...trends} chart={view.chart} format={format} />
          )}
        </div>
      </ChartTabs>
    </>
  );
}

function isNothing({ arrivals, transfersIn }: { readonly arrivals: number; readonly transfersIn: number }) {
  return arrivals + transfersIn === 0;
}

function NothingYet({ view, setView }: Trends) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const mayImport = useMayOpen()("/data/import");
  const isFiltered = view.serviceId !== null || view.channel !== null || view.siteId !== null;
  return (
    <EmptyState
      title={t`Rien n’est arrivé sur cette période.`}
      action={
        isFiltered ? (
          <Button onPress={() => setView({ ...view, siteId: null, serviceId: null, channel: null })}>
            {t`Tout montrer`}
          </Button>
        ) : mayImport ? (
          <Button onPress={() => navigate("/data")}>{t`Ouvrir les données`}</Button>
        ) : null
      }
    >
      {isFiltered
        ? t`Aucun dossier ne correspond aux filtres. Retirez-les, ou choisissez une autre date avec les flèches.`
        : !mayImport
          ? t`Choisissez une autre date avec les flèches.`
          : t`Choisissez une autre date avec les flèches, ou branchez un flux, importez un fichier ou lancez le plateau de démonstration depuis l’écran Données.`}
    </EmptyState>
  );
}
