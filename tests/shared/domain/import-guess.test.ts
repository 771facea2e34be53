import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateFormats, describeColumns, timeFormats } from "../../../shared/domain/import-column.ts";
import { guessPlan } from "../../../shared/domain/import-guess.ts";
import { gapsOf, type ImportPlan, mappingOf } from "../../../shared/domain/import-plan.ts";
import { ticketRows } from "../../services/ticket-table.ts";

const nothing = { sites: [], services: [], roster: [] };
const context = { fileName: "tickets_2026-11.csv", directory: nothing, timeZone: "Europe/Paris" };

function guess(table: readonly (readonly string[])[]): ImportPlan {
  const [header = [], ...rows] = table;
  return guessPlan(describeColumns(header, rows), rows, context);
}

/** A moment as some program writes it. */
function written(format: string, ms: number): string {
  const at = new Date(ms).toISOString();
  const parts: Readonly<Record<string, string>> = {
    YYYY: at.slice(0, 4),
    YY: at.slice(2, 4),
    MM: at.slice(5, 7),
    DD: at.slice(8, 10),
    HH: at.slice(11, 13),
    mm: at.slice(14, 16),
    ss: at.slice(17, 19),
    SSS: at.slice(20, 23),
  };
  return format.replaceAll(/YYYY|YY|MM|DD|HH|mm|ss|SSS/g, (part) => parts[part] ?? part);
}

describe("the guessed plan of an unknown table", () => {
  it("finds every column of a ticket machine, and nobody's name", () => {
    const plan = guess(ticketRows(100));
    expect(plan).toMatchObject({
      name: "tickets",
      ticket: "N° de ticket",
      service: { column: "Démarche" },
      counter: "Guichet",
      agent: "Agent",
      outcome: { column: "Statut", values: { Servi: "completed", Parti: "abandoned" } },
      identity: ["Jour", "N° de ticket"],
      emptyTexts: ["-"],
    });
    expect(plan.moments).toMatchObject({
      arrival: { date: "Jour", dateFormat: "DD/MM/YYYY", time: "Heure d'émission", timeFormat: "HH:mm" },
      call: { date: null, time: "Heure d'appel" },
      start: null,
      end: { date: null, time: "Fin de traitement" },
    });
    expect(JSON.stringify(mappingOf(plan, {}))).not.toMatch(/usager|Martin/);
  });

  it("reads columns in English, with the moment in one cell", () => {
    const plan = guess([
      ["Ticket", "Customer Name", "Service", "Created", "Called", "Finished", "Desk", "Clerk", "Status"],
      [
        "A1",
        "Jean",
        "Tax",
        "2026-11-02T08:30:05Z",
        "2026-11-02T08:35:00Z",
        "2026-11-02T08:41:00Z",
        "1",
        "a",
        "served",
      ],
      ["A2", "Anne", "Tax", "2026-11-02T08:31:05Z", "", "", "", "", "no-show"],
    ]);
    expect(plan).toMatchObject({
      ticket: "Ticket",
      agent: "Clerk",
      counter: "Desk",
      outcome: { column: "Status", values: { served: "completed", "no-show": "no_show" } },
    });
    expect(plan.moments.arrival).toMatchObject({
      date: "Created",
      dateFormat: "YYYY-MM-DDTHH:mm:ssZ",
      time: null,
    });
  });

  it("uses the services that are entered already", () => {
    const services = [{ id: "etat-civil", name: "Etat civil", channels: [], targets: [] }];
    const [header = [], ...rows] = ticketRows(10);
    const plan = guessPlan(describeColumns(header, rows), rows, {
      ...context,
      directory: { ...nothing, services },
    });
    expect(plan.service.values).toEqual({ "État civil": "etat-civil" });
  });

  it("says what it lacks where no column is a time", () => {
    expect(
      gapsOf(
        guess([
          ["a", "b"],
          ["x", "y"],
        ]),
      ),
    ).toEqual(["arrival"]);
    expect(
      gapsOf(
        guess([
          ["Ticket", "Heure"],
          ["A1", "08:31"],
        ]),
      ),
    ).toEqual(["arrival_day"]);
  });

  it("takes more columns to tell cases apart where tickets come again on one day", () => {
    const rows = [
      ["Ticket", "Démarche", "Date", "Heure"],
      ["1", "a", "02/11/2026", "08:00"],
      ["1", "b", "02/11/2026", "08:00"],
      ["2", "a", "02/11/2026", "08:10"],
    ];
    expect(guess(rows).identity).toEqual(["Date", "Ticket", "Démarche"]);
  });

  it("tells formats of dates and times apart, whatever they are", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 15, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom(...dateFormats),
        fc.constantFrom(...timeFormats),
        days,
        (date, time, found) => {
          const startMs = Date.UTC(2026, 0, 5, 9, 41, 7, 250);
          const rows = found.map((day) => {
            const ms = startMs + day * 86_400_000 + day * 61_000;
            return [written(date, ms), written(time, ms), `${written(date, ms)} ${written(time, ms)}`];
          });
          const facts = describeColumns(["d", "t", "dt"], rows);
          expect(facts.map(({ kind, format }) => [kind, format])).toEqual([
            ["date", date],
            ["time", time],
            ["dateTime", `${date} ${time}`],
          ]);
        },
      ),
    );
  });

  it("never throws, and never takes a column about a person", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("08:31", "02/11/2026", "-", "a@b.fr", "06 12 34 56 78"),
    );
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      );
    fc.assert(
      fc.property(table, (cells) => {
        const [header = [], ...rows] = cells;
        const named = header.map((name, index) => (index === 0 ? "Nom" : name));
        const plan = guess([named, ...rows]);
        if (gapsOf(plan).length > 0) return;
        expect(JSON.stringify(mappingOf(plan, {}))).not.toContain("{Nom}");
      }),
    );
  });
});
