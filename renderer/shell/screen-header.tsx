import type { ReactNode } from "react";
import { useEffect } from "react";
import { PaletteButton } from "../palette/palette-button.tsx";
import "./screen-header.css";

export interface ScreenHeaderProps {
  /** Name of the screen: its heading and the window's title. */
  readonly title: string;
  /**
   * Shown to the eye in the place of the title on screens that belong together: tabs name each of them, and stay
   * where they are from one to the next.
   */
  readonly section?: string;
  /** Shows the heading for screen readers only, where something else names the screen to the eye. */
  readonly hidesTitle?: boolean;
  /** On the left, after the title: what the screen is about (site, period …). */
  readonly children?: ReactNode;
  /** On the right: what can be done here, the main action last. */
  readonly actions?: ReactNode;
}

/** The bar on top of every screen. */
export function ScreenHeader({ title, section, hidesTitle = false, children, actions }: ScreenHeaderProps) {
  useEffect(() => {
    document.title = `${title} – Vigie`;
  }, [title]);
  return (
    <header className="screen-header">
      <h1 className={hidesTitle || section !== undefined ? "visually-hidden" : "screen-title"}>{title}</h1>
      {section === undefined ? null : (
        <span className="screen-title" aria-hidden="true">
          {section}
        </span>
      )}
      {children}
      <PaletteButton />
      {actions === undefined ? null : <div className="screen-actions">{actions}</div>}
    </header>
  );
}
