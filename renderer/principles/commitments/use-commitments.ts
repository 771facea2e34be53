/** Commitments, and what can be done with them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CommitmentView } from "../../../shared/contract/commitment.ts";
import type { CommitmentDraft } from "../../../shared/domain/commitment.ts";
import { useClient } from "../../client/client.ts";
import { queryKey, useSettings } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";
import { showToast } from "../../ui/toast.tsx";
import { useFailedToast } from "../use-failed-toast.ts";

/** What is due today is overdue later, without anything being done. */
const askAgainMs = 60_000;

/** Commitments of the chosen site, the one due first in front. */
export function useCommitments() {
  const client = useClient();
  const siteId = useSettings().data?.siteId ?? null;
  return useQuery({
    queryKey: queryKey("commitment", "list", siteId),
    queryFn: () => client.commitment.list({ siteId }),
    refetchInterval: askAgainMs,
  });
}

/** Stays undefined for who may not ask. */
export function useCommitmentFigures() {
  const client = useClient();
  const isAllowed = useMay()("commitment", "figures");
  const siteId = useSettings().data?.siteId ?? null;
  return useQuery({
    queryKey: queryKey("commitment", "figures", siteId),
    queryFn: () => client.commitment.figures({ siteId }),
    enabled: isAllowed,
  });
}

/** How commitments were kept, as the console tells it. */
export type KeptFigures = NonNullable<ReturnType<typeof useCommitmentFigures>["data"]>;

/** Whom one may name as owner. */
export function useOwners() {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("directory", "commitment-owners"),
    queryFn: () => client.commitment.owners(),
  });
}

export function useMakeCommitment() {
  const { t } = useLingui();
  const client = useClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (draft: CommitmentDraft) => client.commitment.make(draft),
    onSuccess: async () => {
      showToast({ title: t`Engagement noté` });
      await keep();
    },
  });
}

export interface Settlement {
  readonly commitment: CommitmentView;
  readonly as: "kept" | "missed";
}

export function useSettleCommitment() {
  const { t } = useLingui();
  const client = useClient();
  const keep = useKeep();
  const sayFailed = useFailedToast();
  return useMutation({
    mutationFn: ({ commitment: { id }, as }: Settlement) =>
      as === "kept" ? client.commitment.keep({ id }) : client.commitment.miss({ id }),
    onSuccess: async ({ keptAtMs, dueAtMs }) => {
      const title =
        keptAtMs === null
          ? t`Noté : non tenu`
          : keptAtMs <= dueAtMs
            ? t`Noté : tenu à temps`
            : t`Noté : tenu en retard`;
      showToast({ title });
      await keep();
    },
    onError: sayFailed,
  });
}

function useKeep() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: queryKey("commitment") });
}
