import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { SiteSelect } from "../shell/site-select.tsx";
import { ChevronLeft, ChevronRight } from "../ui/arrow-icons.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { DateButton } from "../ui/date-button.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { daysOf, onDate, type Period, stepView, untilDate, withPeriod } from "./trend-days.ts";
import type { TrendFormat } from "./trend-format.ts";
import { useArrowKeys } from "./use-arrow-keys.ts";
import type { Trends } from "./use-trends.ts";

/** Which site, which days. */
export function TrendsHeader({
  view,
  setView,
  today,
  format,
  actions,
}: Trends & { readonly format: TrendFormat; readonly actions: ReactNode }) {
  const { t } = useLingui();
  useArrowKeys((direction) => setView(stepView(view, direction)));
  const { firstDate, lastDate } = daysOf(view);
  const holdsToday = firstDate <= today && today <= lastDate;
  const periods: { id: Period; label: string }[] = [
    { id: "day", label: t`Jour` },
    { id: "week", label: t`Semaine` },
    { id: "month", label: t`Mois` },
    { id: "year", label: t`Année` },
    { id: "custom", label: t`Autre…` },
  ];
  return (
    <ScreenHeader title={t`Tendances`} hidesTitle actions={actions}>
      <SiteSelect value={view.siteId} onChange={(siteId) => setView({ ...view, siteId })} />
      <SegmentedControl
        label={t`Période`}
        options={periods}
        value={view.period}
        onChange={(period) => setView(withPeriod(view, period))}
      />
      <div className="trends-dates">
        <IconButton
          label={t`Période précédente`}
          variant="plain"
          aria-keyshortcuts="ArrowLeft"
          onPress={() => setView(stepView(view, -1))}
        >
          <ChevronLeft />
        </IconButton>
        {view.period === "custom" ? (
          <CustomDates view={view} setView={setView} format={format} />
        ) : (
          <DateButton
            label={t`Date`}
            text={format.range({ firstDate, lastDate }, view.period)}
            value={view.date}
            onChange={(date) => setView(onDate(view, date))}
            previousLabel={t`Mois précédent`}
            nextLabel={t`Mois suivant`}
          />
        )}
        <IconButton
          label={t`Période suivante`}
          variant="plain"
          aria-keyshortcuts="ArrowRight"
          onPress={() => setView(stepView(view, 1))}
        >
          <ChevronRight />
        </IconButton>
        {holdsToday || view.period === "custom" ? null : (
          <Button variant="quiet" onPress={() => setView(onDate(view, today))}>
            {t`Aujourd’hui`}
          </Button>
        )}
      </div>
    </ScreenHeader>
  );
}

function CustomDates({
  view,
  setView,
  format,
}: Pick<Trends, "view" | "setView"> & { readonly format: TrendFormat }) {
  const { t } = useLingui();
  const months = { previousLabel: t`Mois précédent`, nextLabel: t`Mois suivant` };
  return (
    <>
      <DateButton
        {...months}
        label={t`Premier jour`}
        text={format.date(view.date)}
        value={view.date}
        onChange={(date) => setView(onDate(view, date))}
      />
      <span aria-hidden="true">–</span>
      <DateButton
        {...months}
        label={t`Dernier jour`}
        text={format.date(view.untilDate)}
        value={view.untilDate}
        onChange={(date) => setView(untilDate(view, date))}
      />
    </>
  );
}
