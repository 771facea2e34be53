/** Agreed steps: asking for them, writing them, settling them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type AgreedStep,
  type AgreedStepDraft,
  type AgreedStepOutcome,
  isReminded,
} from "../../../shared/domain/agreed-step.ts";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";
import { useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { showToast } from "../../ui/toast.tsx";

export function useSteps() {
  const client = useClient();
  const may = useMay();
  return useQuery({
    queryKey: queryKey("agreedStep"),
    queryFn: () => client.agreedStep.list(),
    enabled: may("agreedStep", "list"),
  });
}

/** Open steps whose day of reminder has come. */
export function useRemindedSteps(): readonly AgreedStep[] {
  const today = useToday(useTimeZone());
  return (useSteps().data ?? []).filter((step) => isReminded(step, today));
}

/** Adds a step (id null), or changes one. */
export function useSaveStep() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { readonly id: string | null; readonly draft: AgreedStepDraft }) =>
      id === null ? client.agreedStep.add(draft) : client.agreedStep.edit({ id, draft }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queryKey("agreedStep") });
      showToast({ title: t`Étape convenue enregistrée` });
    },
  });
}

export function useSettleStep() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (outcome: AgreedStepOutcome) => client.agreedStep.settle(outcome),
    onSuccess: async ({ state }) => {
      await cache.invalidateQueries({ queryKey: queryKey("agreedStep") });
      showToast({
        title:
          state === "done" ? t`Étape faite` : state === "dropped" ? t`Étape abandonnée` : t`Étape reprise`,
      });
    },
  });
}
