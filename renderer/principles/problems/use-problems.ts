/** Problems that people reported, and what can be done with them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Problem, ProblemChange, ProblemReportDraft } from "../../../shared/domain/problem.ts";
import { useClient, type VigieClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";
import { showToast } from "../../ui/toast.tsx";
import { useFailedToast } from "../use-failed-toast.ts";

const listKey = queryKey("problem", "list");

export function useProblems() {
  const client = useClient();
  return useQuery({ queryKey: listKey, queryFn: () => client.problem.list() });
}

/** Agents who know a service best. */
export function useExperts(serviceId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("directory", "experts", serviceId),
    queryFn: () => client.problem.experts({ serviceId }),
  });
}

export function useReportProblem() {
  const { t } = useLingui();
  const client = useClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (draft: ProblemReportDraft) => client.problem.report(draft),
    onSuccess: async () => {
      showToast({ title: t`Signalement enregistré` });
      await keep();
    },
  });
}

/** What a person decides about a problem. */
export type ProblemDecision =
  | { readonly kind: "change"; readonly id: string; readonly change: ProblemChange }
  | { readonly kind: "join"; readonly id: string; readonly into: string }
  | { readonly kind: "keep_apart"; readonly id: string; readonly other: string }
  | { readonly kind: "split"; readonly id: string; readonly reportId: string };

export function useDecideProblem() {
  const { t } = useLingui();
  const client = useClient();
  const keep = useKeep();
  const sayFailed = useFailedToast();
  return useMutation({
    mutationFn: (decision: ProblemDecision) => decide(client.problem, decision),
    onSuccess: async (_problem, { kind }) => {
      const said = {
        change: t`Problème mis à jour`,
        join: t`Signalements réunis`,
        keep_apart: t`Noté : deux problèmes différents`,
        split: t`Signalement mis à part`,
      };
      showToast({ title: said[kind] });
      await keep();
    },
    onError: (error, { kind }) => {
      // A change is entered in a dialog, which stays open and says it there.
      if (kind === "change") return;
      sayFailed(error);
    },
  });
}

function decide(client: VigieClient["problem"], decision: ProblemDecision): Promise<Problem> {
  switch (decision.kind) {
    case "change":
      return client.change({ id: decision.id, change: decision.change });
    case "join":
      return client.join({ id: decision.id, into: decision.into });
    case "keep_apart":
      return client.keepApart({ id: decision.id, other: decision.other });
    case "split":
      return client.split({ id: decision.id, reportId: decision.reportId });
  }
}

function useKeep() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: listKey });
}
