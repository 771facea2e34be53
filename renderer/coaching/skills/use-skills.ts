/** Skills, trainings and knowledge that is missing: asking and changing. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { KnowledgeGapQuery } from "../../../shared/domain/knowledge-gap.ts";
import type { EnteredSkillDraft } from "../../../shared/domain/skill-matrix.ts";
import type { TrainingDraft } from "../../../shared/domain/training.ts";
import { useClient } from "../../client/client.ts";
import { queryKey, useDirectory } from "../../client/queries.ts";
import { showToast } from "../../ui/toast.tsx";

export function useMatrix(siteId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("skillMatrix", "get", siteId),
    queryFn: () => client.skillMatrix.get({ siteId }),
    placeholderData: (previous) => previous,
  });
}

function useSkillChange() {
  const { t } = useLingui();
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: queryKey("skillMatrix") });
    showToast({ title: t`Compétence enregistrée` });
  };
}

export function usePutSkill() {
  const client = useClient();
  const onSuccess = useSkillChange();
  return useMutation({ mutationFn: (draft: EnteredSkillDraft) => client.skillMatrix.put(draft), onSuccess });
}

/** Takes an entered skill away; what was signalled stays. */
export function useRemoveSkill() {
  const client = useClient();
  const onSuccess = useSkillChange();
  return useMutation({
    mutationFn: (cell: { readonly agentId: string; readonly serviceId: string }) =>
      client.skillMatrix.remove(cell),
    onSuccess,
  });
}

export function useTrainings() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("training"), queryFn: () => client.training.list() });
}

export interface SaveTraining {
  readonly id: string | null;
  readonly draft: TrainingDraft;
  /** Also makes the attendance final. */
  readonly confirms: boolean;
}

export function useSaveTraining() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, draft, confirms }: SaveTraining) => {
      const training = await client.training.put({ id, draft });
      return confirms ? client.training.confirm({ id: training.id }) : training;
    },
    onSuccess: async ({ state }) => {
      await cache.invalidateQueries({ queryKey: queryKey("training") });
      await cache.invalidateQueries({ queryKey: queryKey("skillMatrix") });
      showToast({
        title:
          state === "confirmed"
            ? t`Formation confirmée : les compétences sont dans la matrice`
            : t`Formation enregistrée`,
      });
    },
  });
}

/** Asked once for each period: the cases of past days hardly change. */
export function useKnowledgeGaps(query: KnowledgeGapQuery) {
  const client = useClient();
  return useQuery({
    queryKey: ["knowledgeGap", query],
    queryFn: () => client.knowledgeGap.find(query),
    placeholderData: (previous) => previous,
  });
}

export function useServiceName(): (serviceId: string) => string {
  const services = useDirectory().data?.services ?? [];
  return (serviceId) => services.find(({ id }) => id === serviceId)?.name ?? serviceId;
}
