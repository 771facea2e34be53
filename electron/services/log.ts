/** The console's log: one JSON line per unexpected error, with the id that the screen shows. */
import { randomUUID } from "node:crypto";

export interface Log {
  /** Writes an unexpected error down; gives the id under which it is found. */
  error(where: string, error: unknown): string;
}

/** A log that writes to the given sink, one line at a time. */
export function createLog(write: (line: string) => void): Log {
  return {
    error(where, error) {
      const id = randomUUID();
      const { message, stack } =
        error instanceof Error ? error : { message: String(error), stack: undefined };
      write(JSON.stringify({ at: new Date().toISOString(), id, where, message, stack }));
      return id;
    },
  };
}
