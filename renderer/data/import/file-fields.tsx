import { useLingui } from "@lingui/react/macro";
import { Select } from "../../ui/select.tsx";
import type { ImportWizard } from "./use-import-wizard.ts";

const encodings = ["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "windows-1250", "macintosh"];

/** How the file is read, where the guess is not right: sheet, delimiter, encoding. */
export function FileFields({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const { file, choice, look } = wizard;
  if (file === null) return null;
  const { view } = file;
  if (view.kind === "workbook") {
    return (
      <Select
        label={t`Feuille`}
        options={view.sheets.map((id) => ({ id, label: id }))}
        value={view.sheet}
        onChange={(sheet) => look({ ...choice, sheet })}
      />
    );
  }
  const delimiters = [
    { id: ";", label: t`point-virgule` },
    { id: ",", label: t`virgule` },
    { id: "tab", label: t`tabulation` },
    { id: "|", label: t`barre verticale` },
  ];
  const known = encodings.includes(view.encoding) ? encodings : [view.encoding, ...encodings];
  return (
    <div className="plan-row">
      <Select
        label={t`Séparateur`}
        options={delimiters}
        value={view.delimiter}
        onChange={(id) => look({ ...choice, delimiter: asDelimiter(id) })}
      />
      <Select
        label={t`Encodage`}
        options={known.map((id) => ({ id, label: id }))}
        value={view.encoding}
        onChange={(encoding) => look({ ...choice, encoding })}
      />
    </div>
  );
}

function asDelimiter(id: string): "," | ";" | "|" | "tab" {
  return id === "," || id === "|" || id === "tab" ? id : ";";
}
