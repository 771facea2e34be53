/** How much something needs a person. */
export type Level = "ok" | "warn" | "bad";
