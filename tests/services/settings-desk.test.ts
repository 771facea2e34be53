import { expect, it } from "vitest";
import type { Role } from "../../shared/domain/role.ts";
import { openHouse } from "./composed-house.ts";

const administrator = "seat of administrator";
const email = {
  host: "mail.mairie.example",
  port: 587,
  security: "starttls",
  user: "vigie-robot",
  from: "vigie@mairie.example",
} as const;
const notifications = { email, webhook: null, desktop: false, answers: null };
/** What nobody but an administrator may read. */
const entered = /mail\.mairie|587|starttls|robot|vigie@|notifications/;

/** A house whose administrator set up the mail server. */
async function closedHouse() {
  const house = await openHouse();
  const ida = await house.enter("administrator", administrator);
  await ida.notification.put({ settings: notifications });
  return { ...house, ida };
}

it("tells all to whoever sits there while no people are entered", async () => {
  const { at } = await openHouse();
  await at("first").notification.put({ settings: notifications });
  expect(await at("first").settings.get()).toMatchObject({
    told: "all",
    operatorName: "Claire",
    notifications,
    usedChannels: ["email"],
  });
});

it("tells who is not signed in how the page looks, and nothing of the house", async () => {
  const { at, ida } = await closedHouse();
  await ida.settings.put({ theme: "dark", language: "en" });
  expect(await at("at the door").settings.get()).toEqual({
    told: "frame",
    language: "en",
    theme: "dark",
    density: "comfortable",
    singleKeyShortcuts: true,
  });
});

it.each<Role>(["supervisor", "team_lead", "manager", "agent"])(
  "tells a %s what screens use and which channels are in use, and nothing that was entered for one",
  async (role) => {
    const { enter } = await closedHouse();
    const client = await enter(role, administrator);
    const told = await client.settings.get();
    expect(told).toMatchObject({
      told: "screens",
      onboarded: true,
      operatorName: "Claire",
      backupAnswerMinutes: 5,
      usedChannels: ["email"],
    });
    expect(JSON.stringify(told)).not.toMatch(entered);
    const changed = await client.settings.put({ density: "compact" });
    expect(changed).toMatchObject({ told: "screens", density: "compact" });
    expect(JSON.stringify(changed)).not.toMatch(entered);
  },
);

it("tells administrators all, also after a change", async () => {
  const { ida } = await closedHouse();
  expect(await ida.settings.get()).toMatchObject({ told: "all", notifications, usedChannels: ["email"] });
  expect(await ida.settings.put({ density: "compact" })).toMatchObject({ told: "all", notifications });
});

it("tells no more once somebody has signed out", async () => {
  const { enter } = await closedHouse();
  const client = await enter("manager", administrator);
  await client.session.signOut();
  expect((await client.settings.get()).told).toBe("frame");
});
