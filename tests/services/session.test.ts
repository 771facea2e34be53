import { describe, expect, it } from "vitest";
import { type AccessService, createAccess } from "../../electron/services/access.ts";
import { createAudit } from "../../electron/services/audit.ts";
import { createLog } from "../../electron/services/log.ts";
import { createPeople } from "../../electron/services/person.ts";
import { createSessions } from "../../electron/services/session.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { Role } from "../../shared/domain/role.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "./steady-clock.ts";

const passphrase = "trois petits chats";

function person(id: string, roles: readonly Role[], more: Partial<Person> = {}): Person {
  return { id, name: id, roles: [...roles], agentId: null, teamAgentIds: null, isActive: true, ...more };
}

async function house() {
  const store = await temporaryStore();
  const clock = steadyClock(Date.parse("2026-11-24T09:00:00+01:00"));
  const access = createAccess(
    store,
    () => "Claire",
    createLog(() => undefined),
  );
  await access.start();
  const people = createPeople(store, access);
  const sessions = createSessions(store, clock, access);
  const at = <T>(seat: string, work: () => Promise<T>) => answerAt(access, seat, work);
  return { store, clock, access, people, sessions, at };
}

/** As the router does it, through a procedure that anyone may ask. */
function answerAt<T>(access: AccessService, seat: string, work: () => Promise<T>): Promise<T> {
  return access.answer(seat, ["session", "current"], work);
}

async function houseOfTwo() {
  const parts = await house();
  await parts.at("desk", () => parts.people.put(person("Claire", ["administrator"]), passphrase));
  await parts.at("desk", () => parts.people.put(person("Benoît", ["agent"], { agentId: "a-1" }), passphrase));
  return parts;
}

describe("a house without people", () => {
  it("is open to whoever sits there, under the name in the settings", async () => {
    const { sessions, at } = await house();
    expect(await at("desk", async () => sessions.current())).toMatchObject({ state: "open", name: "Claire" });
  });

  it("begins with somebody who can let others in", async () => {
    const { people, at } = await house();
    await expect(at("desk", () => people.put(person("Eva", ["agent"]), passphrase))).rejects.toMatchObject({
      code: "invalid_input",
      data: { reason: "no_administrator" },
    });
    expect(await people.list()).toEqual([]);
  });

  it("is closed by the first person, who then sits where they were entered", async () => {
    const { people, sessions, at } = await house();
    await at("desk", () => people.put(person("Claire", ["administrator"]), passphrase));
    expect(await at("desk", async () => sessions.current())).toMatchObject({
      state: "signed_in",
      name: "Claire",
    });
    expect(await at("other", async () => sessions.current())).toEqual({
      state: "signed_out",
      people: [{ id: "Claire", name: "Claire" }],
    });
  });
});

describe("signing in", () => {
  it("takes the right passphrase, at that seat alone", async () => {
    const { sessions, access, at } = await houseOfTwo();
    await at("hall", () => sessions.signIn("Benoît", passphrase));
    expect(await at("hall", async () => access.actor())).toMatchObject({
      personId: "Benoît",
      agentId: "a-1",
    });
    expect(await at("window", async () => access.actor().roles)).toEqual([]);
  });

  it("refuses a wrong one, and after five makes the next try wait", async () => {
    const { sessions, clock, at } = await houseOfTwo();
    const attempt = (words: string) => at("hall", () => sessions.signIn("Benoît", words));
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(attempt("wrong words")).rejects.toMatchObject({ code: "unauthorised" });
    }
    await expect(attempt(passphrase)).rejects.toMatchObject({ code: "too_many_requests" });
    clock.advance(31_000);
    expect(await attempt(passphrase)).toMatchObject({ state: "signed_in" });
  });

  it("is over for whoever has left", async () => {
    const { people, sessions, access, at } = await houseOfTwo();
    await at("hall", () => sessions.signIn("Benoît", passphrase));
    await at("desk", () =>
      people.put(person("Benoît", ["agent"], { agentId: "a-1", isActive: false }), null),
    );
    expect(await at("hall", async () => access.actor().roles)).toEqual([]);
    await expect(at("hall", () => sessions.signIn("Benoît", passphrase))).rejects.toMatchObject({
      code: "unauthorised",
    });
  });

  it("ends with signing out, and the passphrase can be changed by who knows it", async () => {
    const { sessions, access, at } = await houseOfTwo();
    await at("hall", () => sessions.signIn("Benoît", passphrase));
    await expect(
      at("hall", () => sessions.changePassphrase("not that one", "quatre petits chats")),
    ).rejects.toMatchObject({ code: "unauthorised" });
    await at("hall", () => sessions.changePassphrase(passphrase, "quatre petits chats"));
    await at("hall", async () => sessions.signOut());
    expect(await at("hall", async () => access.actor().roles)).toEqual([]);
    await expect(at("hall", () => sessions.signIn("Benoît", passphrase))).rejects.toMatchObject({
      code: "unauthorised",
    });
    await at("hall", () => sessions.signIn("Benoît", "quatre petits chats"));
  });

  it("keeps the last administrator", async () => {
    const { people, at } = await houseOfTwo();
    await expect(at("desk", () => people.put(person("Claire", ["manager"]), null))).rejects.toMatchObject({
      data: { reason: "no_administrator" },
    });
  });

  it("never shows a passphrase: the store keeps a hash of it alone", async () => {
    const { store } = await houseOfTwo();
    const hash = await store.passphraseHash("Benoît");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toContain(passphrase);
  });
});

describe("the audit", () => {
  it("says who looked at whom, and shows where an entry was taken out", async () => {
    const { store, clock, access, at, sessions } = await houseOfTwo();
    const audit = createAudit(store, clock, access);
    await at("desk", () => sessions.signIn("Claire", passphrase));
    for (const what of ["figures", "preparation", "everything"]) {
      await at("desk", () => audit.record({ kind: "person_viewed", agentId: "a-1", what, purpose: "Bilan" }));
    }
    const views = await audit.viewsOf("a-1");
    expect(views.map(({ by, what }) => `${by}: ${what}`)).toEqual([
      "Claire: everything",
      "Claire: preparation",
      "Claire: figures",
    ]);
    expect((await audit.list(10)).breaks).toEqual([]);
  });
});
