import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mappingOf } from "../../shared/domain/import-plan.ts";
import { type ImportDesk, openDesk, temporaryFolder } from "./import-desk.ts";
import { ticketTable } from "./ticket-table.ts";

const everything = {
  fromMs: Date.UTC(2020, 0, 1),
  toMs: Date.UTC(2030, 0, 1),
  by: "total",
  base: "all",
  siteId: null,
  serviceId: null,
  channel: null,
} as const;

async function figuresOf({ store }: ImportDesk): Promise<unknown> {
  return [await store.figures(everything), await store.projectionDigest()];
}

describe("an import in the console", () => {
  it("takes the export of an unknown ticket machine as it is guessed, without anybody's name", async () => {
    const desk = await openDesk(temporaryFolder());
    const job = await desk.importAsGuessed("tickets.csv", ticketTable(200));
    expect(job).toMatchObject({
      state: "done",
      counts: { rows: 200, importedRows: 200, rejectedRows: 0 },
      openRejects: 0,
      by: "Nadia F.",
    });
    const [total] = await desk.store.figures(everything);
    expect(total).toMatchObject({ arrivals: 200, served: 182, abandoned: 18 });
    const record = await desk.store.case("mairie/02/11/2026/A000");
    expect(record?.legs[0]).toMatchObject({
      serviceId: "État civil",
      agentId: "agent-1",
      arrivedAtMs: Date.parse("2026-11-02T08:30:00+01:00"),
      calledAtMs: Date.parse("2026-11-02T08:37:00+01:00"),
    });
    const file = readFileSync(join(desk.folder, "vigie.db"), "latin1");
    expect(file).not.toContain("Martin");
    expect(readdirSync(join(desk.folder, "imports"))).toEqual([]);
    await desk.close();
  });

  it("adds nothing the second time", async () => {
    const desk = await openDesk(temporaryFolder());
    await desk.importAsGuessed("tickets.csv", ticketTable(50));
    const before = await figuresOf(desk);
    const again = await desk.importAsGuessed("tickets-copie.csv", ticketTable(50));
    expect(again.counts.events).toMatchObject({ accepted: 0, rejected: 0 });
    expect(again.counts.events.duplicates).toBe(again.counts.events.received);
    expect(await figuresOf(desk)).toEqual(before);
    await desk.close();
  });

  it("writes nothing in a trial, and says what an import would come to", async () => {
    const desk = await openDesk(temporaryFolder());
    await desk.importAsGuessed("lundi.csv", ticketTable(20));
    const before = await figuresOf(desk);
    const table = `${ticketTable(60)}A900;Jean Martin;Urbanisme;31/02/2026;09:00;-;09:10;-;-;Parti\r\n`;
    const fileId = await desk.send("mois.csv", table);
    const { plan } = await desk.imports.look(fileId, {});
    const { id } = await desk.imports.start(fileId, "trial", mappingOf(plan, {}));
    const trial = await desk.until(id, ({ state }) => state === "done");
    expect(trial.counts).toMatchObject({ rows: 61, importedRows: 60, rejectedRows: 1 });
    expect(trial.counts.reasons).toMatchObject([{ line: 62, rows: 1, fault: { code: "invalid_input" } }]);
    const { duplicates, accepted } = trial.counts.events;
    expect(duplicates).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(duplicates);
    expect(await figuresOf(desk)).toEqual(before);
    expect((await desk.store.rejects(10)).total).toBe(0);
    await desk.close();
  });

  it("goes on where it was stopped: the same figures, each reject once", async () => {
    const table = `${ticketTable(2_000)}A900;Jean Martin;Urbanisme;31/02/2026;09:00;-;09:10;-;-;Parti\r\n`;
    const whole = await openDesk(temporaryFolder());
    const inOneGo = await whole.importAsGuessed("t.csv", table);

    const desk = await openDesk(temporaryFolder());
    const fileId = await desk.send("t.csv", table);
    const { plan } = await desk.imports.look(fileId, {});
    const { id } = await desk.imports.start(fileId, "import", mappingOf(plan, {}));
    await desk.until(id, ({ counts }) => counts.rows > 0);
    const stopped = await desk.imports.stop(id);
    expect(stopped).toMatchObject({ state: "stopped", canResume: true });
    expect(stopped.counts.rows).toBeLessThan(2_001);
    await desk.imports.resume(id);
    const done = await desk.until(id, ({ state }) => state === "done");
    expect(done.counts).toEqual(inOneGo.counts);
    expect((await desk.store.rejects(10)).total).toBe(1);
    expect(await figuresOf(desk)).toEqual(await figuresOf(whole));
    await desk.close();
    await whole.close();
  });

  it("is found interrupted after the console was killed, and goes on from there", async () => {
    const table = ticketTable(4_000);
    const whole = await openDesk(temporaryFolder());
    const inOneGo = await whole.importAsGuessed("t.csv", table);

    const folder = temporaryFolder();
    const child = fork(fileURLToPath(new URL("./import-forever.ts", import.meta.url)), [folder]);
    await once(child, "message");
    child.kill("SIGKILL");
    await once(child, "exit");

    const desk = await openDesk(folder);
    const [job] = await desk.jobs.list();
    expect(job).toMatchObject({ state: "interrupted", canResume: true });
    expect(job?.counts.rows).toBeGreaterThan(0);
    await desk.imports.resume(job?.id ?? "");
    const done = await desk.until(job?.id ?? "", ({ state }) => state === "done");
    expect(done.counts).toEqual(inOneGo.counts);
    expect(await figuresOf(desk)).toEqual(await figuresOf(whole));
    await desk.close();
    await whole.close();
  });

  it("keeps the file of a stopped import over a restart, and removes it with the import", async () => {
    const folder = temporaryFolder();
    const first = await openDesk(folder);
    const fileId = await first.send("t.csv", ticketTable(4_000));
    const { plan } = await first.imports.look(fileId, {});
    const { id } = await first.imports.start(fileId, "import", mappingOf(plan, {}));
    await first.until(id, ({ counts }) => counts.rows > 0);
    await first.close();

    const desk = await openDesk(folder);
    const [job] = await desk.jobs.list();
    expect(job).toMatchObject({ id, state: "interrupted", canResume: true });
    expect(existsSync(join(folder, "imports", fileId, "t.csv"))).toBe(true);
    await desk.imports.forget(id);
    expect(readdirSync(join(folder, "imports"))).toEqual([]);
    expect(await desk.jobs.list()).toEqual([]);
    await desk.close();
  });
});

describe("a rejected row", () => {
  async function deskWithReject(): Promise<{ desk: ImportDesk; jobId: string }> {
    const desk = await openDesk(temporaryFolder());
    const table = `${ticketTable(10)}A900;Jean Martin;Urbanisme;31/02/2026;09:00;09:05;09:10;G1;agent-1;Servi\r\n`;
    const { id } = await desk.importAsGuessed("t.csv", table);
    return { desk, jobId: id };
  }

  it("is mended in place: its case is in the log once, and the reject is gone", async () => {
    const { desk, jobId } = await deskWithReject();
    const { rejects } = await desk.imports.rejects(jobId, 10);
    expect(rejects).toHaveLength(1);
    const [reject] = rejects;
    if (reject === undefined) throw new Error("no reject");
    expect(reject).toMatchObject({ line: 12, importId: jobId });
    const fields = JSON.parse(reject.raw) as Record<string, string>;
    expect(JSON.stringify(fields)).not.toContain("Martin");
    const worse = await desk.imports.mend(reject.id, { fields: { ...fields, Jour: "demain" } });
    expect(worse).toMatchObject({ outcome: "still_rejected", fault: { code: "invalid_input" } });
    expect((await desk.imports.rejects(jobId, 10)).rejects[0]?.raw).toContain("demain");
    expect(await desk.imports.mend(reject.id, { fields: { ...fields, Jour: "02/11/2026" } })).toEqual({
      outcome: "mended",
    });
    expect((await desk.imports.rejects(jobId, 10)).total).toBe(0);
    expect((await desk.store.case("mairie/02/11/2026/A900"))?.legs[0]?.serviceId).toBe("Urbanisme");
    await expect(desk.imports.mend(reject.id, { fields })).rejects.toMatchObject({ code: "not_found" });
    await desk.close();
  });

  it("that would contradict the log stays, and nothing of it is taken in", async () => {
    const { desk, jobId } = await deskWithReject();
    const [reject] = (await desk.imports.rejects(jobId, 10)).rejects;
    const fields = JSON.parse(reject?.raw ?? "") as Record<string, string>;
    const before = await figuresOf(desk);
    const clash = { ...fields, Jour: "02/11/2026", "N° de ticket": "A000" };
    expect(await desk.imports.mend(reject?.id ?? 0, { fields: clash })).toMatchObject({
      outcome: "still_rejected",
      fault: { code: "payload_mismatch" },
    });
    expect(await figuresOf(desk)).toEqual(before);
    await desk.close();
  });

  it("can be dismissed; an import with rejects can't be forgotten before", async () => {
    const { desk, jobId } = await deskWithReject();
    await expect(desk.imports.forget(jobId)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await desk.imports.replay(jobId)).toEqual({ mended: 0, stillRejected: 1 });
    const [reject] = (await desk.imports.rejects(jobId, 10)).rejects;
    await desk.imports.dismiss(reject?.id ?? 0);
    await desk.imports.forget(jobId);
    expect(await desk.jobs.list()).toEqual([]);
    await desk.close();
  });
});
