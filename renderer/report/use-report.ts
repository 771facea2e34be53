/** The report that is shown, its paragraph and its PDF. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReportQuestion } from "../../shared/domain/report.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { saveFile } from "../exports/save-file.ts";

export function useReport(question: ReportQuestion, isReady: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("report", question),
    queryFn: () => client.report.get(question),
    enabled: isReady,
  });
}

export interface ParagraphDraft {
  readonly siteId: string | null;
  readonly period: ReportQuestion["period"];
  readonly firstDate: string;
  readonly text: string;
  readonly revision: number;
}

/** Keeps a wording; the report follows. */
export function useKeepParagraph() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: ParagraphDraft) => client.report.putParagraph(draft),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKey("report") }),
  });
}

/** Has the host print the report, and saves the file. */
export function useReportPdf() {
  const client = useClient();
  return useMutation({
    mutationFn: (question: ReportQuestion) => client.report.pdf(question),
    onSuccess: saveFile,
  });
}
