/**
 * The command line as a person or a script meets it. Most tests call it within this process, which
 * is much faster; those at the end start the process itself.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../electron/cli/run.ts";
import { openStore } from "../../electron/store/open.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const tickets = join(project, "samples/town-hall-tickets.csv");
const mapping = join(project, "samples/town-hall-tickets.mapping.json");
const office = join(project, "samples/warsaw-office.csv");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
let db: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-cli-"));
  db = join(folder, "vigie.db");
  await run("import", tickets, "--mapping", mapping, "--db", db);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<Ended> {
  let out = "";
  let err = "";
  const code = await runCommandLine(args, {
    environment: { VIGIE_HOME: join(folder, "home") },
    out: (text) => {
      out += text;
    },
    remark: (text) => {
      err += text;
    },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

/** As `run`, in a process of its own. */
function runProcess(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(project, "electron/cli.ts"), ...args], {
    env: { ...process.env, VIGIE_HOME: join(folder, "home") },
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

/** Runs with --json; the document, of a command that must have printed it and nothing else. */
async function json(...args: string[]): Promise<{ code: number | null; document: unknown }> {
  const { code, out, err } = await run(...args, "--json");
  expect(err).toBe("");
  return { code, document: JSON.parse(out) };
}

const whole = ["--from", "2026-11-23", "--to", "2026-11-24"];

describe("import", () => {
  it("answers with the counts, and finds only duplicates the second time", async () => {
    const { code, document } = await json("import", tickets, "--mapping", mapping, "--db", db);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      rows: 14,
      events: { received: 47, accepted: 0, duplicates: 47, rejected: 0 },
      ignoredRows: 1,
      rejectsFile: null,
    });
  });

  it("says for people what was taken, mended and rejected, and where the rejects are", async () => {
    const file = join(folder, "office.csv");
    const text = await readFile(office, "utf8");
    await writeFile(file, `${text}UD_Mokotow_1,25:00,2020-12-30,1,10,1,645,1,A,A,3,\r\n`);
    const { code, out, err } = await run(
      "import",
      file,
      "--preset",
      "warsaw-offices",
      "--db",
      join(folder, "w.db"),
    );
    expect(code).toBe(0);
    expect(out).toContain("1261 rows (utf-8): 1260 imported, 0 ignored, 1 rejected.");
    expect(out).toContain('Mended, "year of the ISO week": 1260 rows.');
    expect(out).toContain(`are in ${file}.rejects.csv.`);
    expect(err).toContain("100 %");
    expect(await readFile(`${file}.rejects.csv`, "utf8")).toContain(",1262,invalid_input,");
  });

  it("takes the site and time zone from the command line", async () => {
    const other = join(folder, "other.db");
    await run(
      "import",
      tickets,
      "--mapping",
      mapping,
      "--db",
      other,
      "--site",
      "annexe",
      "--time-zone",
      "Indian/Reunion",
    );
    const store = await openStore(other);
    expect((await store.directory()).sites).toEqual([
      { id: "annexe", name: "annexe", timeZone: "Indian/Reunion" },
    ]);
    await store.close();
  });

  it("names the place of a mistake in the mapping file", async () => {
    const broken = join(folder, "broken.json");
    await writeFile(broken, (await readFile(mapping, "utf8")).replace("case.arrived", "case.came"));
    expect(await json("import", tickets, "--mapping", broken, "--db", db)).toMatchObject({
      code: 1,
      document: { fault: { code: "mapping_invalid", data: { path: "events.0.type" } } },
    });
    await writeFile(broken, "{");
    const { code, err } = await run("import", tickets, "--mapping", broken, "--db", db);
    expect(code).toBe(1);
    expect(err).toContain("it is not JSON");
  });
});

describe("figures and floor", () => {
  it("figures carry their definitions; a date is the site's midnight", async () => {
    const { document } = await json("figures", "--db", db, ...whole, "--by", "service");
    expect(document).toMatchObject({
      definitions: { wait: expect.stringContaining("joining the queue") },
      rows: [
        { key: "etat-civil", arrivals: 6, served: 5, abandoned: 0, waitP50Seconds: 360, waitCount: 5 },
        { key: "titres", arrivals: 5, served: 4, abandoned: 1 },
        { key: "urbanisme", arrivals: 2, served: 1, abandoned: 1, handleMeanSeconds: 2640 },
      ],
    });
  });

  it("figures take a base, a service and a channel", async () => {
    const count = async (...more: string[]) => {
      const { document } = await json("figures", "--db", db, ...whole, ...more);
      return (document as { rows: { waitCount: number }[] }).rows.map((row) => row.waitCount);
    };
    expect(await count()).toEqual([10]);
    expect(await count("--base", "all")).toEqual([12]);
    expect(await count("--service", "titres", "--base", "all")).toEqual([5]);
    expect(await count("--channel", "phone")).toEqual([0]);
  });

  it("the floor is as it was at that instant", async () => {
    const { document } = await json("floor", "--db", db, "--at", "2026-11-23T08:48:30");
    expect(document).toMatchObject({
      at: "2026-11-23T08:48:30+01:00",
      total: { queueLength: 3, longestWaitSeconds: 750, inService: 3 },
      services: [
        { service: "etat-civil", queueLength: 2, inService: 1 },
        { service: "titres", queueLength: 1, inService: 1 },
        { service: "urbanisme", queueLength: 0, inService: 1 },
      ],
    });
  });

  it("are tables for people", async () => {
    const { out } = await run("figures", "--db", db, ...whole, "--by", "day");
    expect(out.split("\n").map((line) => line.split(/ {2,}/))).toMatchObject([
      ["key", "arrivals", "served", "abandoned", "p50 s", "p90 s", "mean s", "n", "level %", "handling s"],
      ["2026-11-23", "13", "10", "2", "360", "1140", "558", "10", "58.3", "1062"],
      [""],
    ]);
    expect((await run("floor", "--db", db, "--at", "2026-11-23T08:48:30")).out).toMatch(/^total +3 +750 +3/m);
  });

  it("ask which site is meant where they lie in several zones", async () => {
    const both = join(folder, "both.db");
    await run("backup", both, "--db", db);
    await run("import", office, "--preset", "warsaw-offices", "--db", both);
    const store = await openStore(both);
    await store.putDirectory({
      sites: [{ id: "annexe", name: "Annexe", timeZone: "Indian/Reunion" }],
      services: [],
      roster: [],
    });
    await store.close();
    expect(await json("figures", "--db", both, ...whole)).toMatchObject({
      code: 1,
      document: { fault: { code: "invalid_input", message: expect.stringContaining("--site: ") } },
    });
    const { document } = await json("figures", "--db", both, ...whole, "--site", "mairie");
    expect(document).toMatchObject({ rows: [{ arrivals: 13 }] });
  });
});

describe("upkeep", () => {
  it("rebuild makes equal projections, check finds the store sound", async () => {
    expect(await json("rebuild", "--db", db)).toEqual({
      code: 0,
      document: { events: 47, cases: 13, equal: true },
    });
    expect(await json("check", "--db", db)).toMatchObject({
      code: 0,
      document: { ok: true, events: 47, cases: 13 },
    });
  });

  it("backup makes a store that answers the same, and never writes over a file", async () => {
    const copy = join(folder, "copy.db");
    const { document } = await json("backup", copy, "--db", db);
    expect(document).toEqual({ path: copy, bytes: (await stat(copy)).size });
    expect(await json("figures", "--db", copy, ...whole)).toEqual(
      await json("figures", "--db", db, ...whole),
    );
    expect(await json("backup", copy, "--db", db)).toMatchObject({
      code: 1,
      document: { fault: { code: "invalid_input" } },
    });
  });

  it("token prints the token and a line to try it, and renews it", async () => {
    const { document } = await json("token");
    const { token, url } = document as { token: string; url: string };
    expect(url).toBe("http://127.0.0.1:7468/v1/events");
    expect((await run("token")).out).toContain(`Authorization: Bearer ${token}`);
    const renewed = await json("token", "--renew");
    expect((renewed.document as { token: string }).token).not.toBe(token);
    expect(await json("token")).toEqual(renewed);
  });
});

describe("mistakes on the command line", () => {
  it.each([
    [["frobnicate"], "There is no command"],
    [["import"], "import needs a FILE"],
    [["import", "a.csv"], "either --preset NAME or --mapping FILE"],
    [["import", "a.csv", "b.csv", "--preset", "warsaw-offices"], '"b.csv" is one argument too many'],
    [["figures", "--from", "2026-11-23"], "figures needs --from and --to"],
    [["figures", ...whole, "--by", "fortnight"], "it can be total, interval, hour"],
    [["figures", "--form", "2026-11-23"], "--form"],
    [["floor"], "floor needs --at"],
    [["backup"], "backup needs a PATH"],
  ])("%j ends with exit code 2 and says what is wrong", async (args, message) => {
    const plain = await run(...args);
    expect(plain).toMatchObject({ code: 2, out: "" });
    expect(plain.err).toContain(message);
    expect(plain.err).toContain("See: npm run vigie -- help");
    expect(await json(...args)).toMatchObject({
      code: 2,
      document: { fault: { code: "invalid_input", message: expect.stringContaining(message) } },
    });
  });

  it("a date that is none is a mistake too", async () => {
    const { code, err } = await run("floor", "--db", db, "--at", "yesterday");
    expect(code).toBe(2);
    expect(err).toContain("--at yesterday is not a date");
  });

  it.each([
    [["check", "--db", "/nowhere/vigie.db"], "not_found"],
    [["import", "/nowhere.csv", "--preset", "warsaw-offices"], "file_unreadable"],
    [["import", office, "--preset", "warsaw"], "not_found"],
    [["figures", "--from", "2026-11-24", "--to", "2026-11-23"], "invalid_input"],
    [["floor", "--at", "2026-11-23", "--site", "elsewhere"], "not_found"],
  ])("%j ends with exit code 1 and the fault %s", async (args, faultCode) => {
    const withDb = args.includes("--db") ? args : [...args, "--db", db];
    expect(await json(...withDb)).toMatchObject({ code: 1, document: { fault: { code: faultCode } } });
  });

  it("help lists every command, and tells more of each", async () => {
    const { code, out } = await run("help");
    expect(code).toBe(0);
    const names = ["start", "import", "figures", "floor", "rebuild", "check", "backup", "token"];
    for (const name of names) expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
    expect((await run("help", "figures")).out).toContain("--base served|all");
    expect((await run("import", "--help")).out).toContain("--mapping FILE");
  });
});

describe("the process", () => {
  it("prints one JSON document on the standard output and nothing anywhere else", async () => {
    const { code, out, err } = await runProcess(
      "import",
      office,
      "--preset",
      "warsaw-offices",
      "--db",
      join(folder, "p.db"),
      "--json",
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ rows: 1_260 });
  });

  it("leaves a store alone that another process has open", async () => {
    const store = await openStore(db);
    const { code, out, err } = await runProcess("check", "--db", db);
    await store.close();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(String(process.pid));
  });

  it("ends with exit code 2 where the command line is wrong", async () => {
    expect(await runProcess("frobnicate")).toMatchObject({ code: 2, out: "" });
  });
});
