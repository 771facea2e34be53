/** The same questions to DuckDB, a database made for them, over one row per case. */
import { DuckDBInstance } from "@duckdb/node-api";
import Database from "better-sqlite3";
import type { Question } from "./question.ts";

export interface RawAnswer {
  readonly key: string;
  readonly arrivals: number;
  readonly p90Seconds: number | null;
}

export interface RawCases {
  /** What a question gives, and the median of the time that it takes. */
  ask(question: Question, times: number): Promise<{ answerMs: number; rows: RawAnswer[] }>;
  close(): void;
}

interface Leg {
  readonly arrived_at_ms: number;
  readonly offset_ms: number;
  readonly wait_ms: number | null;
  readonly served: number;
  readonly served_in_target: number;
  readonly abandoned_late: number;
}

/** Reads the cases of a store into a table in memory, in the order of their arrival. */
export async function readRawCases(
  storePath: string,
  offsetMsAt: (atMs: number) => number,
): Promise<RawCases> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`
    CREATE TABLE raw_case (
      arrived_at_ms BIGINT, local_ms BIGINT, wait_ms INTEGER, served BOOLEAN, in_target BOOLEAN, missed BOOLEAN
    )`);
  const appender = await connection.createAppender("raw_case");
  const db = new Database(storePath, { readonly: true });
  const legs = db.prepare<[], Leg>(
    "SELECT arrived_at_ms, wait_ms, served, served_in_target, abandoned_late FROM leg ORDER BY arrived_at_ms",
  );
  for (const leg of legs.iterate()) {
    appender.appendBigInt(BigInt(leg.arrived_at_ms));
    appender.appendBigInt(BigInt(leg.arrived_at_ms + offsetMsAt(leg.arrived_at_ms)));
    if (leg.wait_ms === null) appender.appendNull();
    else appender.appendInteger(leg.wait_ms);
    appender.appendBoolean(leg.served === 1);
    appender.appendBoolean(leg.served_in_target === 1);
    appender.appendBoolean(leg.abandoned_late === 1);
    appender.endRow();
  }
  appender.closeSync();
  db.close();
  // Local time is worked out once: DuckDB must not pay for the time zone at each question.
  await connection.run(
    `CREATE TABLE by_time AS
     SELECT *, epoch_ms(local_ms) AS local_arrived_at FROM raw_case ORDER BY arrived_at_ms; DROP TABLE raw_case;`,
  );
  return {
    async ask({ query, bucket }, times) {
      const sql = `
        SELECT ${bucket} AS key, count(*) AS arrivals,
          quantile_disc(wait_ms, [0.5, 0.9]) FILTER (served) AS waits,
          count(*) FILTER (in_target) AS in_target, count(*) FILTER (served OR missed) AS target_base
        FROM by_time WHERE arrived_at_ms >= ${query.fromMs} AND arrived_at_ms < ${query.toMs}
        GROUP BY 1 ORDER BY 1`;
      const spentMs: number[] = [];
      for (let time = -2; time < times; time += 1) {
        const beganAtMs = performance.now();
        await connection.runAndReadAll(sql);
        if (time >= 0) spentMs.push(performance.now() - beganAtMs);
      }
      spentMs.sort((a, b) => a - b);
      const plain = await connection.runAndReadAll(
        `SELECT strftime(key, '%Y-%m-%dT%H:%M'), arrivals::INTEGER, waits[2] / 1000.0::DOUBLE FROM (${sql})`,
      );
      const rows = plain.getRowsJS().map(([key, arrivals, p90]) => ({
        key: String(key),
        arrivals: Number(arrivals),
        p90Seconds: p90 === null ? null : Number(p90),
      }));
      return { answerMs: spentMs[Math.floor(spentMs.length / 2)] ?? Number.NaN, rows };
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
