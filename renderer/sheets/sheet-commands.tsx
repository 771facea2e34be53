import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useDirectory } from "../client/queries.ts";
import type { Command } from "../palette/command.ts";
import { useCommands } from "../palette/command-registry.tsx";
import { SheetDialog } from "./sheet-dialog.tsx";

/** Puts the sheet of each service into the palette, and shows the one that was chosen. */
export function SheetCommands() {
  const { t } = useLingui();
  const services = useDirectory().data?.services ?? [];
  const [opened, setOpened] = useState<{ readonly id: string; readonly name: string } | null>(null);
  useCommands((query) =>
    // The list of an empty palette stays short.
    query === ""
      ? []
      : services.map(
          ({ id, name }): Command => ({
            id: `sheet.${id}`,
            group: "services",
            label: t`Fiche : ${name}`,
            run: () => setOpened({ id, name }),
          }),
        ),
  );
  return opened === null ? null : (
    <SheetDialog serviceId={opened.id} name={opened.name} onClose={() => setOpened(null)} />
  );
}
