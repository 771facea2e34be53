import { expect, it } from "vitest";
import type { Directory } from "../../../shared/domain/directory.ts";
import type { Service } from "../../../shared/domain/service.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const nothing: Directory = { sites: [], services: [], roster: [] };
const passports = (targets: Service["targets"], channels: Service["channels"] = []): Directory => ({
  ...nothing,
  services: [{ id: "passports", name: "Titres d’identité", channels, targets }],
});
const target = (fromMs: number, withinSeconds: number) => ({
  fromMs,
  withinSeconds,
  share: 0.8,
  shortAbandonSeconds: 0,
});

/** Sites, services and people; what events name shows up by itself. */
export function directoryContract(openFresh: OpenFresh): void {
  it(
    "shows sites and services that events name, until somebody enters more",
    onFresh(openFresh, async (store, fresh) => {
      await store.append(
        [
          event("case.arrived", "c1", morningMs, { site: "hall", service: "passports", channel: "phone" }),
          event("case.transferred", "c1", morningMs + 1, { toService: "planning" }),
          event("queue.observed", "q", morningMs, {
            site: "annex",
            service: "passports",
            channel: "counter",
            peopleWaiting: 2,
          }),
        ],
        "http",
      );
      expect(await store.directory()).toEqual({
        sites: [
          { id: "annex", name: "annex", timeZone: "Europe/Paris" },
          { id: "hall", name: "hall", timeZone: "Europe/Paris" },
        ],
        services: [
          { id: "passports", name: "passports", channels: ["counter", "phone"], targets: [] },
          { id: "planning", name: "planning", channels: ["phone"], targets: [] },
        ],
        roster: [],
      });
      await store.putDirectory(passports([], ["email"]));
      const { services } = await (await fresh.reopen()).directory();
      expect(services.map(({ id, name, channels }) => [id, name, channels])).toEqual([
        ["passports", "Titres d’identité", ["counter", "phone", "email"]],
        ["planning", "planning", ["phone"]],
      ]);
    }),
  );

  it(
    "takes somebody off the roster, and completes what was entered before there were hours and addresses",
    onFresh(openFresh, async (store) => {
      const person = { siteId: "hall", skills: [], travelMinutes: null };
      await store.putDirectory({
        ...nothing,
        roster: [
          { ...person, agentId: "dora", name: "Dora" },
          { ...person, agentId: "emil", name: "Emil", email: "emil@mairie.example" },
        ],
      });
      await store.removeBackupPerson("dora");
      await store.removeBackupPerson("nobody");
      expect((await store.directory()).roster).toEqual([
        {
          ...person,
          agentId: "emil",
          name: "Emil",
          hours: null,
          email: "emil@mairie.example",
          phone: null,
        },
      ]);
    }),
  );

  it(
    "replaces what is given and leaves the others alone",
    onFresh(openFresh, async (store) => {
      const person = { agentId: "dora", name: "Dora", siteId: "hall", skills: [], travelMinutes: 5 };
      const site = { id: "hall", name: "Hôtel de ville", timeZone: "Europe/Paris" };
      await store.putDirectory({ sites: [site], services: [], roster: [person] });
      await store.putDirectory({ ...nothing, roster: [{ ...person, travelMinutes: 9 }] });
      expect(await store.directory()).toEqual({
        sites: [site],
        services: [],
        roster: [{ ...person, travelMinutes: 9, hours: null, email: null, phone: null }],
      });
    }),
  );

  it(
    "judges by a new target only who came from its start on, and as a rebuild would",
    onFresh(openFresh, async (store) => {
      const visits = [0, 60, 120].map((minutes) =>
        visit(`c${minutes}`, {
          arrivedAtMs: morningMs + minutes * minuteMs,
          waitSeconds: 300,
          handleSeconds: 60,
        }),
      );
      await store.append(visits.flat(), "http");
      const inTarget = async () => (await store.figures(question()))[0]?.inTarget;
      expect(await inTarget()).toBe(3);
      await store.putDirectory(passports([target(morningMs + 60 * minuteMs, 200)]));
      expect(await inTarget()).toBe(1);
      await store.putDirectory(passports([target(morningMs + 90 * minuteMs, 200), target(0, 400)]));
      expect(await inTarget()).toBe(2);
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );

  it(
    "cuts the days anew where a site's time zone is changed, and as a rebuild would",
    onFresh(openFresh, async (store) => {
      const lateEvening = Date.UTC(2026, 2, 2, 22, 30);
      await store.append(visit("c", { arrivedAtMs: lateEvening, waitSeconds: 5, handleSeconds: 5 }), "http");
      const days = async () =>
        (await store.figures(question({ by: "day" }))).map((row) => [row.key, row.fromMs, row.waitCount]);
      expect(await days()).toEqual([["2026-03-02", Date.UTC(2026, 2, 1, 23), 1]]);
      const site = { id: "hall", name: "hall", timeZone: "Indian/Reunion" };
      await store.putDirectory({ ...nothing, sites: [site] });
      expect(await days()).toEqual([["2026-03-03", Date.UTC(2026, 2, 2, 20), 1]]);
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );

  it(
    "refuses a time zone that does not exist, and keeps nothing of the call",
    onFresh(openFresh, async (store) => {
      const sites = ["Europe/Paris", "Europe/Atlantis"].map((timeZone, index) => ({
        id: `s${index}`,
        name: "x",
        timeZone,
      }));
      await expect(store.putDirectory({ ...nothing, sites })).rejects.toMatchObject({
        code: "invalid_input",
        data: { siteId: "s1" },
      });
      expect((await store.directory()).sites).toEqual([]);
    }),
  );
}
