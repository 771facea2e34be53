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
