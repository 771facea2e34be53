/** Something that can be done from the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** Small, after the label: where it leads, what it is about. */
  readonly detail?: string;
  /** Keys that do the same, as they are written. */
  readonly keys?: string;
  readonly run: () => void;
}

/** In the order in which they stand. */
export const commandGroups = ["actions", "cases", "services", "screens", "display"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Finds commands for what was typed: for things too many to list, such as tickets. */
export type CommandSearch = (query: string) => readonly Command[];
