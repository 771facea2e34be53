/** Service sheets: every wording is kept, and the words of the last one can be found. */
import type Database from "better-sqlite3";
import { sql as raw } from "kysely";
import type { ServiceSheet } from "../../../shared/domain/service-sheet.ts";
import { Fault } from "../../../shared/faults.ts";
import type { ServiceSheetStore } from "../service-sheet-store.ts";
import type { Engine } from "./engine.ts";
import { indexedText, noteExpression } from "./note-words.ts";
import { all, first, run, sql } from "./query.ts";

/** The part of the port that is about service sheets. */
export function createServiceSheetStore(engine: Engine): ServiceSheetStore {
  const { db } = engine;
  return {
    serviceSheets: () =>
      engine.read(() =>
        all(
          db,
          sql
            .selectFrom("service_sheet")
            .innerJoin("service_sheet_version", (join) =>
              join
                .onRef("service_sheet_version.service_id", "=", "service_sheet.service_id")
                .onRef("service_sheet_version.version", "=", "service_sheet.version"),
            )
            .select("service_sheet_version.record")
            .orderBy("service_sheet.service_id"),
        ).map((row) => JSON.parse(row.record) as ServiceSheet),
      ),
    serviceSheet: (serviceId) => engine.read(() => wordings(db, serviceId)[0]),
    serviceSheetHistory: (serviceId) => engine.read(() => wordings(db, serviceId)),
    findServiceSheets: (text) =>
      engine.read(() => {
        const words = noteExpression(text);
        if (words === null) return [];
        return all(
          db,
          sql
            .selectFrom("service_sheet_text")
            .innerJoin("service_sheet", "service_sheet.number", "service_sheet_text.rowid")
            .select("service_sheet.service_id")
            .where(raw<boolean>`service_sheet_text match ${words}`)
            .orderBy(raw`bm25(service_sheet_text)`),
        ).map((row) => row.service_id);
      }),
    saveServiceSheet: (draft, version, author, atMs) =>
      engine.write((changes) => {
        const { serviceId } = draft;
        const last = wordings(db, serviceId)[0]?.version ?? 0;
        if (last !== version) {
          throw new Fault(
            "case_changed",
            "Somebody saved another wording of this sheet meanwhile. Yours was not kept; look at theirs and save again.",
            { serviceId, version: last },
          );
        }
        const sheet: ServiceSheet = { ...draft, version: version + 1, author, atMs };
        keep(db, sheet);
        changes.sheets = true;
        return sheet;
      }),
  };
}

function wordings(db: Database.Database, serviceId: string): ServiceSheet[] {
  return all(
    db,
    sql
      .selectFrom("service_sheet_version")
      .select("record")
      .where("service_id", "=", serviceId)
      .orderBy("version", "desc"),
  ).map((row) => JSON.parse(row.record) as ServiceSheet);
}

function keep(db: Database.Database, sheet: ServiceSheet): void {
  const { serviceId, version } = sheet;
  run(
    db,
    sql
      .insertInto("service_sheet_version")
      .values({ service_id: serviceId, version, record: JSON.stringify(sheet) }),
  );
  run(
    db,
    sql
      .insertInto("service_sheet")
      .values({ service_id: serviceId, version })
      .onConflict((conflict) => conflict.column("service_id").doUpdateSet({ version })),
  );
  const row = first(db, sql.selectFrom("service_sheet").select("number").where("service_id", "=", serviceId));
  if (row === undefined) return;
  run(db, sql.deleteFrom("service_sheet_text").where("rowid", "=", row.number));
  run(db, sql.insertInto("service_sheet_text").values({ rowid: row.number, ...indexedText(sheet.text) }));
}
