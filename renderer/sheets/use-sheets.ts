/** Service sheets: finding, reading and writing them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ServiceSheetDraft } from "../../shared/domain/service-sheet.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { showToast } from "../ui/toast.tsx";

export function useFoundSheets(text: string) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("serviceSheet", "find", text),
    queryFn: () => client.serviceSheet.find({ text }),
    placeholderData: (previous) => previous,
  });
}

export function useSheet(serviceId: string) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("serviceSheet", "get", serviceId),
    queryFn: () => client.serviceSheet.get({ serviceId }),
  });
}

export function useSheetHistory(serviceId: string) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("serviceSheet", "history", serviceId),
    queryFn: () => client.serviceSheet.history({ serviceId }),
  });
}

export function useSaveSheet() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (save: { readonly version: number; readonly draft: ServiceSheetDraft }) =>
      client.serviceSheet.save(save),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queryKey("serviceSheet") });
      showToast({ title: t`Fiche enregistrée` });
    },
  });
}
