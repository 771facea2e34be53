/** Rules of alerts, and every alert they raised. Neither can be had from the log. */
import type Database from "better-sqlite3";
import type { Alert } from "../../../shared/domain/alert.ts";
import type { AlertRule } from "../../../shared/domain/alert-rule.ts";
import type { Changes } from "./changes.ts";
import { all, run, sql } from "./query.ts";

export class AlertTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** In the order in which they were added. */
  rules(): AlertRule[] {
    const rows = all(this.#db, sql.selectFrom("alert_rule").select("record").orderBy("number"));
    return rows.map(({ record }) => JSON.parse(record) as AlertRule);
  }

  putRule(rule: AlertRule, changes: Changes): void {
    const record = JSON.stringify(rule);
    run(
      this.#db,
      sql
        .insertInto("alert_rule")
        .values({ id: rule.id, record })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ record })),
    );
    changes.alerts = true;
  }

  removeRule(id: string, changes: Changes): void {
    if (run(this.#db, sql.deleteFrom("alert_rule").where("id", "=", id)) > 0) changes.alerts = true;
  }

  byId(ids: readonly string[]): Map<string, Alert> {
    const rows = ids.flatMap((id) =>
      all(this.#db, sql.selectFrom("alert").select("record").where("id", "=", id)),
    );
    return new Map(rows.map(toAlert).map((alert) => [alert.id, alert]));
  }

  /** The longest standing first. */
  open(): Alert[] {
    const rows = all(
      this.#db,
      sql.selectFrom("alert").select("record").where("open", "=", 1).orderBy("raised_at_ms").orderBy("id"),
    );
    return rows.map(toAlert);
  }

  /** Newest first. */
  between(fromMs: number, toMs: number): Alert[] {
    const rows = all(
      this.#db,
      sql
        .selectFrom("alert")
        .select("record")
        .where("raised_at_ms", ">=", fromMs)
        .where("raised_at_ms", "<", toMs)
        .orderBy("raised_at_ms", "desc")
        .orderBy("id"),
    );
    return rows.map(toAlert);
  }

  put(alert: Alert, changes: Changes): void {
    const columns = {
      raised_at_ms: alert.raisedAtMs,
      open: alert.clearedAtMs === null ? (1 as const) : (0 as const),
      record: JSON.stringify(alert),
    };
    run(
      this.#db,
      sql
        .insertInto("alert")
        .values({ id: alert.id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns)),
    );
    changes.alerts = true;
  }
}

function toAlert({ record }: { readonly record: string }): Alert {
  return JSON.parse(record) as Alert;
}
