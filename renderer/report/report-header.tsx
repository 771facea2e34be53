import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import type { Channel } from "../../shared/domain/channel.ts";
import { type ReportPeriod, type ReportQuestion, reportRange } from "../../shared/domain/report.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { channelWords } from "../floor/words.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { SiteSelect } from "../shell/site-select.tsx";
import { ChevronLeft, ChevronRight } from "../ui/arrow-icons.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { showToast } from "../ui/toast.tsx";
import { useReportFormat } from "./report-format.ts";
import { type ReportViewState, stepReport } from "./report-view.ts";
import { useReportPdf } from "./use-report.ts";

export interface ReportHeaderProps extends Pick<ReportViewState, "view" | "setView"> {
  readonly channels: readonly Channel[];
}

/** Which site, which period; and the report on paper. */
export function ReportHeader({ view, setView, channels }: ReportHeaderProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const format = useReportFormat();
  const { firstDate, lastDate } = reportRange(view.period, view.date);
  const periods: { id: ReportPeriod; label: string }[] = [
    { id: "week", label: t`Semaine` },
    { id: "month", label: t`Mois` },
  ];
  return (
    <ScreenHeader
      title={t`Rapport`}
      hidesTitle
      actions={
        <>
          <Button variant="quiet" onPress={() => navigate("/trends")}>
            {t`Tendances`}
          </Button>
          <Button onPress={() => window.print()}>{t`Imprimer`}</Button>
          <PdfButton view={view} />
        </>
      }
    >
      <SiteSelect value={view.siteId} onChange={(siteId) => setView({ ...view, siteId })} />
      <SegmentedControl
        label={t`Période`}
        options={periods}
        value={view.period}
        onChange={(period) => setView({ ...view, period, date: reportRange(period, view.date).firstDate })}
      />
      <div className="report-dates">
        <IconButton
          label={t`Période précédente`}
          variant="plain"
          onPress={() => setView(stepReport(view, -1))}
        >
          <ChevronLeft />
        </IconButton>
        <strong className="number">
          {view.period === "month" ? format.month(firstDate) : format.range(firstDate, lastDate)}
        </strong>
        <IconButton label={t`Période suivante`} variant="plain" onPress={() => setView(stepReport(view, 1))}>
          <ChevronRight />
        </IconButton>
      </div>
      <ChannelSelect view={view} setView={setView} channels={channels} />
    </ScreenHeader>
  );
}

function PdfButton({ view }: { readonly view: ReportQuestion }) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const pdf = useReportPdf();
  return (
    <Button
      variant="primary"
      isPending={pdf.isPending}
      onPress={() =>
        pdf.mutate(view, {
          onSuccess: ({ fileName }) => showToast({ title: t`Fichier enregistré`, detail: fileName }),
          onError: (error) =>
            showToast({ title: t`Le PDF n’a pas été fait.`, level: "bad", detail: sentenceOf(error) }),
        })
      }
    >
      {pdf.isPending ? t`PDF en cours…` : "PDF"}
    </Button>
  );
}

function ChannelSelect({ view, setView, channels }: ReportHeaderProps) {
  const { t, i18n } = useLingui();
  if (channels.length < 2) return null;
  return (
    <Select
      label={t`Canal`}
      hidesLabel
      look="compact"
      options={channels.map((id) => ({ id, label: i18n._(channelWords[id]) }))}
      value={view.channel ?? channels[0] ?? null}
      onChange={(id) => setView({ ...view, channel: channels.find((one) => one === id) ?? null })}
    />
  );
}
