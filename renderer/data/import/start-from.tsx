import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../../client/client.ts";
import { Select } from "../../ui/select.tsx";
import { type ImportWizard, mappingText, startFrom } from "./use-import-wizard.ts";

const guessed = "guessed";

/** Begins with a saved mapping or one that comes with Vigie, where the file has their columns. */
export function StartFrom({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const client = useClient();
  const [chosen, setChosen] = useState(guessed);
  const fitting = wizard.file?.view.fitting ?? [];
  const saved = useQuery({
    queryKey: ["import", "mappings"],
    queryFn: () => client.import.mappings(),
    enabled: fitting.length > 0,
  }).data;
  if (fitting.length === 0 || wizard.file === null) return null;
  const { plan } = wizard.file.view;
  return (
    <Select
      label={t`Partir de`}
      options={[
        { id: guessed, label: t`ce que Vigie a deviné` },
        ...fitting.map(({ kind, mapping }) => ({
          id: `${kind}:${mapping.name}`,
          label: mapping.name,
          detail: kind === "saved" ? t`correspondance gardée` : t`fournie avec Vigie`,
        })),
      ]}
      value={chosen}
      onChange={(id) => {
        setChosen(id);
        const found = fitting.find(({ kind, mapping }) => `${kind}:${mapping.name}` === id);
        const kept = saved?.find(({ mapping }) => `saved:${mapping.name}` === id);
        const start = kept === undefined ? null : startFrom(kept);
        if (start !== null && "plan" in start) wizard.change(start.plan);
        else if (found === undefined) wizard.change(plan);
        wizard.write(
          found === undefined || (start !== null && "plan" in start) ? null : mappingText(found.mapping),
        );
      }}
    />
  );
}
