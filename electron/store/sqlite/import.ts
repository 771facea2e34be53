/** Imports, what they were to do, and the mappings that people keep. */
import type Database from "better-sqlite3";
import type { ImportJob } from "../../../shared/domain/import-job.ts";
import type { ImportSource, KeptMapping } from "../store.ts";
import { all, run, sql } from "./query.ts";

export class ImportTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The newest first. */
  jobs(limit: number): ImportJob[] {
    const rows = all(
      this.#db,
      sql
        .selectFrom("import_job")
        .select("record")
        .orderBy("started_at_ms", "desc")
        .orderBy("id")
        .limit(limit),
    );
    return rows.map(({ record }) => JSON.parse(record) as ImportJob);
  }

  source(id: string): ImportSource | undefined {
    const [row] = all(this.#db, sql.selectFrom("import_job").select("source").where("id", "=", id));
    return row === undefined ? undefined : (JSON.parse(row.source) as ImportSource);
  }

  withHash(hash: string): ImportJob[] {
    const rows = all(
      this.#db,
      sql.selectFrom("import_job").select("record").where("content_hash", "=", hash).orderBy("started_at_ms"),
    );
    return rows.map(({ record }) => JSON.parse(record) as ImportJob);
  }

  add(job: ImportJob, source: ImportSource): void {
    run(
      this.#db,
      sql.insertInto("import_job").values({
        id: job.id,
        started_at_ms: job.startedAtMs,
        record: JSON.stringify(job),
        source: JSON.stringify(source),
        content_hash: source.contentHash,
      }),
    );
  }

  change(job: ImportJob): void {
    run(
      this.#db,
      sql
        .updateTable("import_job")
        .set({ record: JSON.stringify(job) })
        .where("id", "=", job.id),
    );
  }

  remove(id: string): void {
    run(this.#db, sql.deleteFrom("import_job").where("id", "=", id));
  }

  mappings(): KeptMapping[] {
    const rows = all(this.#db, sql.selectFrom("import_mapping").select("record").orderBy("name"));
    return rows.map(({ record }) => JSON.parse(record) as KeptMapping);
  }

  putMapping(kept: KeptMapping): void {
    const record = JSON.stringify(kept);
    run(
      this.#db,
      sql
        .insertInto("import_mapping")
        .values({ name: kept.mapping.name, record })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ record })),
    );
  }

  removeMapping(name: string): void {
    run(this.#db, sql.deleteFrom("import_mapping").where("name", "=", name));
  }
}
