import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FolderView } from "../../../shared/contract/import.ts";
import { mappingOf } from "../../../shared/domain/import-plan.ts";
import { type ImportDesk, openDesk, temporaryFolder } from "../../services/import-desk.ts";
import { ticketTable } from "../../services/ticket-table.ts";

const badRow = "A900;Jean Martin;Urbanisme;31/02/2026;09:00;09:05;09:10;G1;agent-1;Servi\r\n";

/** A desk that keeps the mapping of the ticket machine, and a folder that it watches. */
async function watchingDesk(folder = temporaryFolder()): Promise<{ desk: ImportDesk; inbox: string }> {
  const desk = await openDesk(folder);
  const inbox = join(folder, "inbox");
  mkdirSync(inbox, { recursive: true });
  const fileId = await desk.send("sample.csv", ticketTable(50));
  const { plan } = await desk.imports.look(fileId, {});
  await desk.imports.saveMapping(mappingOf({ ...plan, name: "borne" }, {}), plan);
  await desk.imports.putFolder({ path: inbox, mappingName: "borne", enabled: true });
  return { desk, inbox };
}

async function untilFolder(
  { imports }: ImportDesk,
  holds: (view: FolderView) => boolean,
): Promise<FolderView> {
  const stop = new AbortController();
  try {
    for await (const { folders } of imports.watch(stop.signal)) {
      const found = folders.find(holds);
      if (found !== undefined) return found;
    }
  } finally {
    stop.abort();
  }
  throw new Error("the list of folders has ended");
}

const doneWith = (fileName: string) => (view: FolderView) =>
  view.health.lastDone?.fileName === fileName && view.health.atWorkOn === null;

describe("a watched folder", () => {
  it("imports a file that arrives, and puts it aside", async () => {
    const { desk, inbox } = await watchingDesk();
    writeFileSync(join(inbox, "lundi.csv"), ticketTable(40));
    await untilFolder(desk, doneWith("lundi.csv"));
    expect(readdirSync(inbox)).toEqual(["done"]);
    expect(readdirSync(join(inbox, "done"))).toEqual(["lundi.csv"]);
    const [job] = await desk.jobs.list();
    expect(job).toMatchObject({ state: "done", fileName: "lundi.csv", by: "watched-folder" });
    expect(job?.counts.importedRows).toBe(40);
    await desk.close();
  });

  it("imports the same content once, whatever it is called", async () => {
    const { desk, inbox } = await watchingDesk();
    writeFileSync(join(inbox, "lundi.csv"), ticketTable(40));
    await untilFolder(desk, doneWith("lundi.csv"));
    writeFileSync(join(inbox, "encore.csv"), ticketTable(40));
    await untilFolder(desk, doneWith("encore.csv"));
    expect((await desk.jobs.list()).map(({ fileName }) => fileName)).toEqual(["lundi.csv"]);
    expect(readdirSync(join(inbox, "done")).sort()).toEqual(["encore.csv", "lundi.csv"]);
    await desk.close();
  });

  it("writes the rejected rows beside the file, without what nobody reads", async () => {
    const { desk, inbox } = await watchingDesk();
    writeFileSync(join(inbox, "mardi.csv"), ticketTable(5) + badRow);
    const { health } = await untilFolder(desk, doneWith("mardi.csv"));
    expect(health.lastDone?.rejectedRows).toBe(1);
    const rejects = readFileSync(join(inbox, "done", "mardi.csv.rejects.csv"), "utf8");
    expect(rejects).toContain("A900");
    expect(rejects).toContain("31/02/2026");
    expect(rejects).not.toContain("Martin");
    await desk.close();
  });

  it("puts a file aside that is none, says why, and goes on", async () => {
    const { desk, inbox } = await watchingDesk();
    writeFileSync(join(inbox, "autre.csv"), "a;b\r\n1;2\r\n");
    const { health } = await untilFolder(desk, (view) => view.health.lastFailure !== null);
    expect(health.lastFailure).toMatchObject({ fileName: "autre.csv", fault: { code: "mapping_invalid" } });
    await untilFolder(desk, (view) => view.health.atWorkOn === null);
    expect(readFileSync(join(inbox, "failed", "autre.csv.reason.txt"), "utf8")).toContain("no column");
    writeFileSync(join(inbox, "lundi.csv"), ticketTable(10));
    await untilFolder(desk, doneWith("lundi.csv"));
    await desk.close();
  });

  it("takes no notice of what is no table, and of what was put aside", async () => {
    const { desk, inbox } = await watchingDesk();
    for (const name of [".cache.csv", "~$lundi.xlsx", "notes.pdf", "x.csv.rejects.csv"]) {
      writeFileSync(join(inbox, name), "x");
    }
    writeFileSync(join(inbox, "lundi.csv"), ticketTable(10));
    await untilFolder(desk, doneWith("lundi.csv"));
    expect((await desk.jobs.list()).map(({ fileName }) => fileName)).toEqual(["lundi.csv"]);
    expect(existsSync(join(inbox, "notes.pdf"))).toBe(true);
    await desk.close();
  });

  it("imports after a restart what came while the console was closed", async () => {
    const folder = temporaryFolder();
    const { desk: first, inbox } = await watchingDesk(folder);
    await first.close();
    writeFileSync(join(inbox, "nuit.csv"), ticketTable(20));
    const desk = await openDesk(folder);
    await untilFolder(desk, doneWith("nuit.csv"));
    await desk.close();
  });

  it("goes on with a file in which the console was closed: the same figures", async () => {
    const folder = temporaryFolder();
    const { desk: first, inbox } = await watchingDesk(folder);
    writeFileSync(join(folder, "mois.csv"), ticketTable(4_000));
    renameSync(join(folder, "mois.csv"), join(inbox, "mois.csv"));
    await untilFolder(first, (view) => view.health.atWorkOn === "mois.csv");
    const stop = new AbortController();
    for await (const { jobs } of first.imports.watch(stop.signal)) {
      if (jobs.some(({ counts }) => counts.rows > 0)) break;
    }
    stop.abort();
    await first.close();
    expect(existsSync(join(inbox, "mois.csv"))).toBe(true);
    const desk = await openDesk(folder);
    await untilFolder(desk, doneWith("mois.csv"));
    const jobs = await desk.jobs.list();
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.counts).toMatchObject({ rows: 4_000, importedRows: 4_000 });
    expect(jobs[0]?.counts.events.duplicates).toBe(0);
    await desk.close();
  });

  it("that is not there says so, and a mapping that nobody keeps is refused", async () => {
    const { desk, inbox } = await watchingDesk();
    const views = await desk.imports.putFolder({
      path: `${inbox}-gone`,
      mappingName: "borne",
      enabled: true,
    });
    expect(views[1]?.health.lastFailure).toMatchObject({
      fileName: null,
      fault: { code: "file_unreadable" },
    });
    await expect(
      desk.imports.putFolder({ path: inbox, mappingName: "nobody", enabled: true }),
    ).rejects.toMatchObject({ code: "mapping_invalid" });
    await desk.close();
  });
});
