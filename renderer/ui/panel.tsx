import type { ReactNode } from "react";
import { useId } from "react";
import "./panel.css";

export interface PanelProps {
  readonly title: ReactNode;
  /** Shown small after the title: a number, a unit. */
  readonly detail?: ReactNode;
  /** Buttons on the right of the title. */
  readonly actions?: ReactNode;
  /** Keeps the title for screen readers only. */
  readonly hidesTitle?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled surface: one region of a screen. */
export function Panel({ title, detail, actions, hidesTitle = false, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={className === undefined ? "panel" : `panel ${className}`} aria-labelledby={titleId}>
      <div className={hidesTitle ? "visually-hidden" : "panel-bar"}>
        <h2 id={titleId}>
          {title}
          {detail === undefined ? null : <small className="number"> {detail}</small>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
