import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import type { Report } from "../../shared/domain/report.ts";
import { channelWords } from "../floor/words.ts";
import { useFormat } from "../ui/format.ts";
import { ArrivalsChart, WaitsChart } from "./day-charts.tsx";
import { HourMap } from "./hour-map.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { Paragraph } from "./paragraph.tsx";
import { PrincipleList } from "./principle-list.tsx";
import { useReportFormat } from "./report-format.ts";
import { ServiceTable } from "./service-table.tsx";
import "./report-sheet.css";

/** The report as it is printed: black on white whatever the theme, on sheets of A4. */
export function ReportSheet({ report }: { readonly report: Report }) {
  usePrintable();
  return (
    <article className="report-sheet" aria-labelledby="report-title">
      <SheetHead report={report} />
      {report.figures === null ? (
        <Nothing />
      ) : (
        <>
          <KeyFigures report={report} />
          <div className="report-pair">
            <WaitsChart report={report} />
            <ArrivalsChart report={report} />
          </div>
          <ServiceTable report={report} />
          <HourMap report={report} />
        </>
      )}
      <Paragraph key={`${report.siteId} ${report.period} ${report.firstDate}`} report={report} />
      <PrincipleList report={report} />
      <SheetFoot report={report} />
    </article>
  );
}

/** Tells whoever prints this page from outside that everything is drawn. */
function usePrintable(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    void document.fonts.ready.then(() => {
      dataset["printable"] = "yes";
    });
    return () => {
      dataset["printable"] = "no";
    };
  }, []);
}

function SheetHead({ report }: { readonly report: Report }) {
  const { t, i18n } = useLingui();
  const format = useReportFormat();
  const { period, firstDate, lastDate, siteName, channel, isDemo } = report;
  const when = period === "month" ? format.month(firstDate) : format.range(firstDate, lastDate);
  return (
    <header className="report-head">
      <p className="report-kind">{period === "month" ? t`Rapport du mois` : t`Rapport de la semaine`}</p>
      <h2 id="report-title">{when}</h2>
      <p className="report-where">
        {siteName ?? t`Tous les accueils`} · {i18n._(channelWords[channel])}
        {isDemo ? <span className="report-demo">{t`Données de démonstration`}</span> : null}
      </p>
    </header>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <p className="report-nothing">{t`Personne n’est venu sur cette période, ou aucun flux n’en a parlé.`}</p>
  );
}

function SheetFoot({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const format = useFormat();
  const { timeZone, madeAtMs, madeBy, definitionsVersion: version } = report;
  const when = format.dateTime(madeAtMs, timeZone);
  return (
    <footer className="report-foot">
      <p>
        {t`Attente : de l’entrée dans la file au premier appel, des personnes servies. Servis dans l’objectif : servis dans le délai ÷ (servis + abandons après la limite des abandons courts), en heures d’ouverture. Abandons : parties avant l’appel ÷ venues.`}
      </p>
      <p className="number">
        {t`Base : servis · Définitions v${version} · ${timeZone} · Établi le ${when} par ${madeBy} · Vigie`}
      </p>
    </footer>
  );
}
