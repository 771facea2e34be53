/** Brings a store to the schema that this Vigie knows: forward only, one transaction each. */
import type Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";
import { copyVerified } from "./copy.ts";
import type { Migration } from "./migrations/migration.ts";
import { applicationId } from "./pragmas.ts";

/** The schema that a file has; 0 for a new one. */
export function schemaOf(db: Database.Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/**
 * Refuses what a later Vigie has written, before anything in the file is touched.
 *
 * @throws Fault `store_newer`
 */
export function refuseNewer(db: Database.Database, path: string, known: number): void {
  const schema = schemaOf(db);
  if (schema <= known) return;
  throw new Fault(
    "store_newer",
    `The store ${path} was written by a newer Vigie (schema ${schema}, this one knows ${known}). Nothing was changed; install the newer version.`,
    { path, schema, known },
  );
}

/**
 * Runs the steps that are missing. An older store is copied first, and the copy is verified; the
 * copy stays beside the store.
 *
 * @returns where the copy is; null where none was needed
 */
export async function migrate(
  db: Database.Database,
  path: string,
  steps: readonly Migration[],
): Promise<string | null> {
  const schema = schemaOf(db);
  const missing = steps.filter((step) => step.version > schema);
  if (missing.length === 0) return null;
  const copyPath = schema === 0 ? null : `${path}.schema-${schema}`;
  if (copyPath !== null) await copyVerified(db, copyPath);
  for (const step of missing) {
    db.transaction(() => {
      step.up(db);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return copyPath;
}
