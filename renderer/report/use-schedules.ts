/** The schedules that send reports, and what can be done with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ScheduleView } from "../../shared/contract/report.ts";
import type { ReportScheduleDraft } from "../../shared/domain/report-schedule.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";

const key = queryKey("report", "schedules");

export function useSchedules() {
  const client = useClient();
  return useQuery({ queryKey: key, queryFn: () => client.report.schedules() });
}

export function usePutSchedule() {
  const client = useClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (draft: ReportScheduleDraft) => client.report.putSchedule(draft),
    onSuccess: keep,
  });
}

export function useRemoveSchedule() {
  const client = useClient();
  const keep = useKeep();
  return useMutation({ mutationFn: (id: string) => client.report.removeSchedule({ id }), onSuccess: keep });
}

export function useRunSchedule() {
  const client = useClient();
  return useMutation({ mutationFn: (id: string) => client.report.runNow({ id }) });
}

function useKeep() {
  const cache = useQueryClient();
  return (schedules: ScheduleView[]) => cache.setQueryData(key, schedules);
}
