import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { useSlashKey } from "../shell/use-slash-key.ts";
import { SearchField } from "../ui/search-field.tsx";
import "./row-filter.css";

export interface CaseFilterFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Finds cases by ticket or flag. */
export function CaseFilterField({ text, onChange }: CaseFilterFieldProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  return (
    <div className="row-filter-field">
      <SearchField
        label={t`Filtrer les dossiers`}
        placeholder={t`Ticket, mention`}
        value={text}
        onChange={onChange}
        clearLabel={t`Effacer le filtre`}
        shortcut="/"
        inputRef={input}
      />
    </div>
  );
}
