import type { ReactNode } from "react";

/** One setting: its name and what it does on the left, the choice on the right. */
export function SettingRow(props: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="setting-row">
      <div>
        <p className="setting-title">{props.title}</p>
        {props.hint === undefined ? null : <p className="setting-hint">{props.hint}</p>}
      </div>
      <div className="setting-choice">{props.children}</div>
    </div>
  );
}
