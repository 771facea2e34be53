import { expect, it } from "vitest";
import { createDirectory } from "../../electron/services/directory.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, morningMs } from "../store/events.ts";
import { agentAlice, seatOf, supervisorNadia } from "./actors.ts";

it("tells an agent of no colleague's state, nor where and when colleagues are reached", async () => {
  const store = await temporaryStore();
  const access = seatOf(supervisorNadia);
  const directory = createDirectory(store, access);
  const called = {
    siteId: "hall",
    skills: [],
    travelMinutes: 5,
    email: "chloe@example.org",
    phone: "01 02 03",
  };
  await directory.put({
    sites: [],
    services: [],
    roster: [{ agentId: "chloe", name: "Chloé D.", ...called }],
  });
  const signedIn = (id: string) => event("agent.signed_in", id, morningMs, { site: "hall", name: id });
  await store.append([signedIn("alice"), signedIn("bob")], "test");

  const whole = await directory.get();
  expect(whole.roster).toMatchObject([{ name: "Chloé D.", email: "chloe@example.org", travelMinutes: 5 }]);
  expect(whole.agents.map(({ id }) => id)).toEqual(["alice", "bob"]);

  access.seat(agentAlice);
  const own = await directory.get();
  expect(own.roster).toMatchObject([{ name: "Chloé D.", email: null, phone: null, travelMinutes: null }]);
  expect(own.agents.map(({ id }) => id)).toEqual(["alice"]);
});

it("names somebody who was called and never signed in as the roster does", async () => {
  const store = await temporaryStore();
  const directory = createDirectory(store, seatOf(supervisorNadia));
  const called = { siteId: "hall", skills: [], travelMinutes: null, email: null, phone: null };
  const roster = [
    { agentId: "chloe", name: "Chloé D.", ...called },
    { agentId: "bob", name: "Bob, du service Archives", ...called },
  ];
  await directory.put({ sites: [], services: [], roster });
  await store.append(
    [
      event("agent.state_changed", "chloe", morningMs, { state: "available" }),
      event("agent.signed_in", "bob", morningMs, { site: "hall", name: "Bob D." }),
    ],
    "test",
  );
  expect((await directory.get()).agents.map(({ name }) => name).toSorted()).toEqual(["Bob D.", "Chloé D."]);
});
