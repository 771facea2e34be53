import type { ReactNode } from "react";

export interface ChannelRowProps {
  readonly title: string;
  /** How it stands, as a mark. */
  readonly state: ReactNode;
  /** Small, under the state. */
  readonly detail?: ReactNode;
  readonly actions: ReactNode;
  /** What became of a trial. */
  readonly outcome?: ReactNode;
}

/** One way to tell people: how it stands, and what can be done. */
export function ChannelRow({ title, state, detail, actions, outcome }: ChannelRowProps) {
  return (
    <li className="channel-row">
      <h3>{title}</h3>
      <div className="channel-state">
        {state}
        {detail === undefined ? null : <small>{detail}</small>}
        {outcome}
      </div>
      <div className="channel-actions">{actions}</div>
    </li>
  );
}
