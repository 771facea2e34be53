import type { ReactNode } from "react";
import type { Level } from "./level.ts";
import "./level-mark.css";

/** The shape of a level: nothing, a triangle, a diamond. Never the only sign: words or figures go with it. */
export function LevelShape({ level }: { readonly level: Level }) {
  if (level === "ok") return null;
  return (
    <svg className={`level-shape level-${level}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={level === "bad" ? "M6 0 12 6 6 12 0 6Z" : "M6 1 11.3 10.5H.7Z"} />
    </svg>
  );
}

export interface LevelMarkProps {
  readonly level: Level;
  /** The level in words, read aloud after the figure. */
  readonly word: string;
  readonly children: ReactNode;
}

/** A figure with its level: shape, colour and (read aloud) word. */
export function LevelMark({ level, word, children }: LevelMarkProps) {
  return (
    <span className={`level-mark level-${level}`}>
      <LevelShape level={level} />
      <span className="number">{children}</span>
      {level === "ok" ? null : <span className="visually-hidden">, {word}</span>}
    </span>
  );
}
