import type { ReactNode } from "react";
import { useEffect } from "react";
import { PaletteButton } from "../palette/palette-button.tsx";
import "./screen-header.css";

export interface ScreenHeaderProps {
  /** Name of the screen: its heading and the window's title. */
  readonly title: string;
  /** Shows the heading for screen readers only, where something else names the screen to the eye. */
  readonly hidesTitle?: boolean;
  /** On the left, after the title: what the screen is about (site, period …). */
  readonly children?: ReactNode;
  /** On the right: what can be done here, the main action last. */
  readonly actions?: ReactNode;
}

/** The bar on top of every screen. */
export function ScreenHeader({ title, hidesTitle = false, children, actions }: ScreenHeaderProps) {
  useEffect(() => {
    document.title = `${title} – Vigie`;
  }, [title]);
  return (
    <header className="screen-header">
      <h1 className={hidesTitle ? "visually-hidden" : "screen-title"}>{title}</h1>
      {children}
      <PaletteButton />
      {actions === undefined ? null : <div className="screen-actions">{actions}</div>}
    </header>
  );
}
