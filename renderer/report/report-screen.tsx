import { useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ReportHeader } from "./report-header.tsx";
import { ReportSheet } from "./report-sheet.tsx";
import { useReportView } from "./report-view.ts";
import { SchedulesPanel } from "./schedules-panel.tsx";
import { useReport } from "./use-report.ts";
import "./report.css";

/** The report of a week or a month as it will lie on the table, and who is sent it by itself. */
export function ReportScreen() {
  const { t } = useLingui();
  const { isReady, view, setView } = useReportView();
  const report = useReport(view, isReady);
  const sentenceOf = useFaultSentence();
  return (
    <>
      <ReportHeader view={view} setView={setView} channels={report.data?.channels ?? []} />
      <div className="report">
        {report.data !== undefined ? (
          <ReportSheet report={report.data} />
        ) : report.error !== null ? (
          <EmptyState
            title={t`Le rapport n’a pas pu être lu.`}
            action={<Button onPress={() => void report.refetch()}>{t`Réessayer`}</Button>}
          >
            {sentenceOf(report.error)}
          </EmptyState>
        ) : (
          <div className="report-sheet">
            <Skeleton rows={12} label={t`Le rapport arrive`} />
          </div>
        )}
        <SchedulesPanel view={view} />
      </div>
    </>
  );
}
