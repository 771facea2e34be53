import { Select, type SelectOption } from "../../ui/select.tsx";
import "./mapping-plan.css";

export interface ValuesTableProps {
  /** What is chosen for each text; read aloud. */
  readonly label: string;
  readonly texts: readonly { readonly text: string; readonly count: number }[];
  readonly options: readonly SelectOption[];
  /** The choice for a text. */
  readonly chosenFor: (text: string) => string;
  readonly onChange: (text: string, id: string) => void;
}

/** What each text of a column means, one line each. */
export function ValuesTable({ label, texts, options, chosenFor, onChange }: ValuesTableProps) {
  return (
    <ul className="values-table" aria-label={label}>
      {texts.map(({ text }) => (
        <li key={text}>
          <span className="values-text" translate="no">
            {text}
          </span>
          <Select
            label={`${label} : ${text}`}
            hidesLabel
            options={options}
            value={chosenFor(text)}
            onChange={(id) => onChange(text, id)}
          />
        </li>
      ))}
    </ul>
  );
}
