import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ORPCError } from "@orpc/client";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ComposedConsole, composeConsole } from "../../electron/compose.ts";
import { contract } from "../../shared/contract/contract.ts";
import type { Person } from "../../shared/domain/person.ts";
import { type Role, roles } from "../../shared/domain/role.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";
import { type FaultValue, faultSchema } from "../../shared/faults.ts";

const passphrase = "trois petits chats";
const folder = mkdtempSync(join(tmpdir(), "vigie-roles-"));
let vigie: ComposedConsole;

beforeAll(async () => {
  let settings: Settings = { ...defaultSettings, onboarded: true, operatorName: "Claire" };
  vigie = await composeConsole(
    {
      storePath: join(folder, "vigie.db"),
      dataFolder: folder,
      port: 0,
      host: "browser",
      open: false,
      demo: "off",
    },
    {
      settingsFile: {
        read: () => settings,
        write: (changed) => {
          settings = { ...settings, ...changed };
        },
      },
      host: "browser",
      print: () => Promise.reject(new Error("Nothing is printed here.")),
    },
  );
  // The administrator comes first: a house begins with who lets the others in.
  for (const role of [...roles].reverse()) await clientAt("first").person.put(personWith(role));
});

afterAll(async () => {
  await vigie.close();
  rmSync(folder, { recursive: true, force: true });
});

function personWith(role: Role): { person: Person; passphrase: string } {
  const person = {
    id: role,
    name: role,
    roles: [role],
    agentId: role === "agent" ? "a-1" : null,
    teamAgentIds: null,
    isActive: true,
  };
  return { person, passphrase };
}

function clientAt(seat: string) {
  return createRouterClient(vigie.router, { context: { seat } });
}

/** The fault with which a procedure answers a question without words; undefined where it gets as far as answering. */
async function refusalOf(seat: string, noun: string, procedure: string): Promise<FaultValue | undefined> {
  const client = clientAt(seat) as unknown as Record<
    string,
    Record<string, (input?: unknown) => Promise<unknown>>
  >;
  try {
    const answer = await client[noun]?.[procedure]?.();
    if (typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer) {
      await (answer as AsyncIterableIterator<unknown>).return?.();
    }
    return undefined;
  } catch (error) {
    const fault = error instanceof ORPCError ? faultSchema.safeParse(error.data) : undefined;
    if (fault?.data?.code === "internal") throw error;
    return fault?.data?.code === "forbidden" || fault?.data?.code === "unauthorised" ? fault.data : undefined;
  }
}

/** Rows of the documented table: procedure, then a word for each role. */
const documented = readFileSync(new URL("../../docs/roles.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [procedure = "", ...words] = line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1);
    return { procedure: procedure.replaceAll("`", ""), words };
  });

const procedures = Object.entries(contract).flatMap(([noun, one]) =>
  Object.keys(one).map((procedure) => `${noun}.${procedure}`),
);

test("every procedure of the contract is documented, and nothing else", () => {
  expect(documented.map(({ procedure }) => procedure).sort()).toEqual(procedures.sort());
});

test("every procedure answers or refuses each role as documented", async () => {
  const wrong: string[] = [];
  for (const [index, role] of roles.entries()) {
    for (const { procedure, words } of documented) {
      // Each question is asked by somebody who has just signed in: one of the procedures signs out.
      if (procedure === "session.signOut") continue;
      const seat = `seat of ${role}`;
      if (!(await isSignedIn(seat))) await clientAt(seat).session.signIn({ personId: role, passphrase });
      const [noun = "", name = ""] = procedure.split(".");
      const refusal = await refusalOf(seat, noun, name);
      const isAllowed = words[index] !== "–";
      if (refusal?.code !== (isAllowed ? undefined : "forbidden"))
        wrong.push(`${procedure} × ${role}: ${refusal?.code}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("who is not signed in asks for nothing but the way in", async () => {
  const wrong: string[] = [];
  for (const { procedure, words } of documented) {
    const [noun = "", name = ""] = procedure.split(".");
    const refusal = await refusalOf("seat of nobody", noun, name);
    if (refusal?.code !== (words[0] === "anyone" ? undefined : "unauthorised")) wrong.push(procedure);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test("no page gets figures agent by agent", async () => {
  const whole = { siteId: null, serviceId: null, channel: null, base: "served", fromMs: 0, toMs: 1 } as const;
  const { figure } = clientAt("seat of manager");
  await expect(figure.query({ ...whole, by: "service" })).resolves.toMatchObject({ rows: [] });
  // @ts-expect-error: a page that asks for it does not compile either
  await expect(figure.query({ ...whole, by: "agent" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    data: { issues: [{ path: ["by"] }] },
  });
});

async function isSignedIn(seat: string): Promise<boolean> {
  return (await clientAt(seat).session.current()).state === "signed_in";
}
