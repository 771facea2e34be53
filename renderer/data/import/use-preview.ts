/** What the first rows become, asked for again with each change of the mapping. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useClient } from "../../client/client.ts";
import type { ImportWizard } from "./use-import-wizard.ts";

export function usePreview({ file, mapping }: Pick<ImportWizard, "file" | "mapping">) {
  const client = useClient();
  const fileId = file?.fileId ?? "";
  return useQuery({
    queryKey: ["import", "preview", fileId, mapping],
    queryFn: () => client.import.preview({ fileId, mapping }),
    enabled: mapping !== null && file !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
