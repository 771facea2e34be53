/** Messages about calls for backup: which are on their way, and what became of the others. */
import type Database from "better-sqlite3";
import type { Delivery } from "../../../shared/domain/delivery.ts";
import type { Changes } from "./changes.ts";
import { all, run, sql } from "./query.ts";

export class DeliveryTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Those that are not over. */
  open(): Delivery[] {
    return all(this.#db, sql.selectFrom("delivery").select("record").where("open", "=", 1).orderBy("id")).map(
      toDelivery,
    );
  }

  ofCall(callId: string): Delivery[] {
    return all(
      this.#db,
      sql.selectFrom("delivery").select("record").where("call_id", "=", callId).orderBy("id"),
    ).map(toDelivery);
  }

  put(delivery: Delivery, changes: Changes): void {
    const columns = {
      call_id: delivery.callId,
      open: delivery.state === "waiting" ? (1 as const) : (0 as const),
      record: JSON.stringify(delivery),
    };
    run(
      this.#db,
      sql
        .insertInto("delivery")
        .values({ id: delivery.id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns)),
    );
    changes.deliveries = true;
  }
}

function toDelivery({ record }: { readonly record: string }): Delivery {
  return JSON.parse(record) as Delivery;
}
