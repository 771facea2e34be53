import type { ReactNode } from "react";
import "./tag.css";

/** A short fact about a row. */
export function Tag({
  children,
  tone = "plain",
}: {
  readonly children: ReactNode;
  readonly tone?: "plain" | "accent";
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
