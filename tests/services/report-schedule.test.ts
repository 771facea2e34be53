/** Reports that are made by themselves, by a clock that the test moves. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createEmailChannel } from "../../electron/channels/email.ts";
import { createCharts } from "../../electron/services/chart.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { createLog } from "../../electron/services/log.ts";
import { createReports } from "../../electron/services/report.ts";
import {
  createReportSchedules,
  type ReportScheduleService,
} from "../../electron/services/report-schedule.ts";
import type { ReportScheduleDraft } from "../../shared/domain/report-schedule.ts";
import { Fault } from "../../shared/faults.ts";
import { startMailServer } from "../helpers/mail-server.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "./steady-clock.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Tuesday, at noon in Paris. */
const noonMs = Date.parse("2026-11-24T12:00:00+01:00");
const paper = new TextEncoder().encode("%PDF-1.7 report");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-reports-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const weekly = (): ReportScheduleDraft => ({
  id: null,
  period: "week",
  day: 1,
  time: "07:30",
  siteId: null,
  target: { kind: "folder", path: folder },
  isOn: true,
});

async function setUp({ startMs = noonMs, mailPort = 0, hasBrowser = true } = {}) {
  const store = await temporaryStore();
  const clock = steadyClock(startMs);
  const asked: string[] = [];
  const figures = createFigures(store);
  const language = () => "fr" as const;
  const reports = createReports({
    audit: { record: async () => undefined },
    store,
    figures,
    charts: createCharts(figures, store, clock),
    clock,
    operator: () => "Nadia F.",
    language,
    async print(address) {
      asked.push(address);
      if (!hasBrowser) throw new Fault("print_unavailable", "There is no browser here.");
      return paper;
    },
  });
  const server = {
    host: "127.0.0.1",
    port: mailPort,
    security: "none",
    user: null,
    from: "vigie@mairie.fr",
  } as const;
  /** As after a start: nothing is remembered but what the store holds. */
  const open = (): ReportScheduleService =>
    createReportSchedules({
      store,
      reports,
      email: createEmailChannel(() => ({ server, password: undefined })),
      clock,
      log: createLog(() => undefined),
      language,
    });
  return { clock, asked, open };
}

describe("a weekly report to a folder", () => {
  it("is made once at its time, about the week before", async () => {
    const { clock, asked, open } = await setUp();
    const schedules = open();
    const [view] = await schedules.put(weekly());
    expect(new Date(view?.nextAtMs ?? 0).toISOString()).toBe("2026-11-30T06:30:00.000Z");
    await schedules.look();
    expect(readdirSync(folder)).toEqual([]);
    clock.advance(5 * dayMs + 19.5 * hourMs);
    await schedules.look();
    await schedules.look();
    expect(asked).toEqual(["/report?period=week&date=2026-11-23&site="]);
    const name = "vigie_rapport_2026-11-23_2026-11-29.pdf";
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name))).toEqual(Buffer.from(paper));
    const [after] = await schedules.list();
    expect(after?.runs).toMatchObject([
      { state: "done", firstDate: "2026-11-23", skipped: 0, failure: null, place: join(folder, name) },
    ]);
  });

  it("that was missed is made up for at the next start: once, about the latest week", async () => {
    const { clock, asked, open } = await setUp();
    await open().put(weekly());
    clock.advance(24 * dayMs);
    const reopened = open();
    await reopened.look();
    await reopened.look();
    expect(asked).toEqual(["/report?period=week&date=2026-12-07&site="]);
    const [view] = await reopened.list();
    expect(view?.runs).toMatchObject([{ state: "done", firstDate: "2026-12-07", skipped: 2 }]);
  });

  it("keeps its local time when the clocks are set", async () => {
    const { open } = await setUp({ startMs: Date.parse("2027-03-27T12:00:00+01:00") });
    const [view] = await open().put({ ...weekly(), day: 7 });
    expect(new Date(view?.nextAtMs ?? 0).toISOString()).toBe("2027-03-28T05:30:00.000Z");
  });

  it("is not made while it is off, nor for what fell due before it was changed", async () => {
    const { clock, asked, open } = await setUp();
    const schedules = open();
    const [view] = await schedules.put({ ...weekly(), isOn: false });
    clock.advance(14 * dayMs);
    await schedules.look();
    await schedules.put({ ...weekly(), id: view?.id ?? null });
    await schedules.look();
    expect(asked).toEqual([]);
  });

  it("says in the log why it failed, and is not tried again before its next time", async () => {
    const { clock, asked, open } = await setUp({ hasBrowser: false });
    const schedules = open();
    await schedules.put(weekly());
    clock.advance(7 * dayMs);
    await schedules.look();
    await schedules.look();
    expect(asked).toHaveLength(1);
    const [view] = await schedules.list();
    expect(view?.runs).toMatchObject([
      { state: "failed", failure: { fault: { code: "print_unavailable" } }, place: folder },
    ]);
  });

  it("to a folder that is not there fails, and makes no folder", async () => {
    const { open } = await setUp();
    const schedules = open();
    const [view] = await schedules.put({
      ...weekly(),
      target: { kind: "folder", path: join(folder, "gone") },
    });
    const run = await schedules.runNow(view?.id ?? "");
    expect(run).toMatchObject({ state: "failed", failure: { fault: { code: "file_unreadable" } } });
    expect(readdirSync(folder)).toEqual([]);
    await expect(
      schedules.put({ ...weekly(), target: { kind: "folder", path: "reports" } }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a monthly report by mail", () => {
  it("goes out with the PDF attached", async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    const { clock, open } = await setUp({ mailPort: mail.port });
    const schedules = open();
    await schedules.put({
      ...weekly(),
      period: "month",
      target: { kind: "email", address: "chef@mairie.fr" },
    });
    clock.advance(7 * dayMs);
    await schedules.look();
    expect(mail.letters).toHaveLength(1);
    const [letter] = mail.letters;
    expect(letter?.to).toEqual(["chef@mairie.fr"]);
    expect(letter?.text).toContain("filename=vigie_rapport_2026-11-01_2026-11-30.pdf");
    expect(letter?.text).toContain(Buffer.from(paper).toString("base64"));
  });

  it("that the server does not take is in the log with its reason", async () => {
    const { clock, open } = await setUp({ mailPort: 1 });
    const schedules = open();
    await schedules.put({ ...weekly(), target: { kind: "email", address: "chef@mairie.fr" } });
    clock.advance(7 * dayMs);
    await schedules.look();
    const [view] = await schedules.list();
    expect(view?.runs).toMatchObject([
      { state: "failed", failure: { delivery: { reason: "no_connection" } }, place: "chef@mairie.fr" },
    ]);
  });
});
