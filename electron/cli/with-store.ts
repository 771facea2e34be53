/** Opens the store for one command, and closes it whatever happens. */
import { existsSync } from "node:fs";
import { Fault } from "../../shared/faults.ts";
import { type Config, readConfig } from "../config.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import type { CommandContext } from "./command.ts";

/** Paths as the console itself would choose them. */
export function configOf(db: string | undefined, context: CommandContext): Config {
  return readConfig(db === undefined ? [] : ["--db", db], context.environment);
}

/** Runs `use` on the store; makes the store where there is none. */
export async function withStore<T>(
  db: string | undefined,
  context: CommandContext,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(configOf(db, context).storePath);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/**
 * As `withStore`, for commands that only make sense on a store that is there: a mistyped path must
 * not quietly answer from an empty one.
 *
 * @throws Fault `not_found`
 */
export async function withExistingStore<T>(
  db: string | undefined,
  context: CommandContext,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const { storePath } = configOf(db, context);
  if (!existsSync(storePath)) {
    throw new Fault(
      "not_found",
      `There is no store at ${storePath}. Import a file or start the console first, or name another with --db.`,
      {
        path: storePath,
      },
    );
  }
  return withStore(db, context, use);
}
