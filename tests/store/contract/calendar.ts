import { expect, it } from "vitest";
import type { Store } from "../../../electron/store/store.ts";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import type { WeekHours } from "../../../shared/domain/opening-hours.ts";
import { minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const weekdays: WeekHours = [
  ...Array.from({ length: 5 }, () => [{ fromMinute: 8 * 60 + 30, toMinute: 17 * 60 }]),
  [],
  [],
];

function calendar(changes: Partial<SiteCalendar> = {}): SiteCalendar {
  return {
    siteId: "hall",
    serviceId: null,
    versions: [
      {
        fromDate: "2026-03-02",
        week: weekdays.map((day) => [...day]),
        holidays: { region: "metropole", worked: [] },
      },
    ],
    exceptions: [],
    ...changes,
  };
}

const dayMs = 24 * 60 * minuteMs;

/** One late visit at nine, and one that was in time at half past seven in the evening, on Monday 2 March 2026. */
async function openDay(store: Store, dayOffset = 0): Promise<void> {
  const atMs = morningMs + dayOffset * dayMs;
  await store.append(
    [
      ...visit(`late-${dayOffset}`, { arrivedAtMs: atMs, waitSeconds: 3_600, handleSeconds: 60 }),
      ...visit(`evening-${dayOffset}`, {
        arrivedAtMs: atMs + 630 * minuteMs,
        waitSeconds: 60,
        handleSeconds: 60,
      }),
    ],
    "test",
  );
}

async function level(store: Store): Promise<[inTarget: number, base: number]> {
  const [row] = await store.figures(question());
  return [row?.inTarget ?? -1, row?.targetBase ?? -1];
}

/** Opening times, and what they mean for the service level. */
export function calendarContract(openFresh: OpenFresh): void {
  it(
    "counts everybody where no calendar was entered, and keeps what is entered over a restart",
    onFresh(openFresh, async (store, fresh) => {
      await openDay(store);
      expect(await level(store)).toEqual([1, 2]);
      const holidays = [{ region: "metropole", date: "2026-07-14", name: "bastille_day" }] as const;
      await store.putCalendar(calendar(), holidays);
      const reopened = await fresh.reopen();
      expect(await reopened.calendars()).toEqual({ calendars: [calendar()], holidays });
    }),
  );

  it(
    "leaves out who came while the site was closed, at once and after a rebuild",
    onFresh(openFresh, async (store) => {
      await openDay(store);
      await store.putCalendar(calendar(), []);
      expect(await level(store)).toEqual([0, 1]);
      const [row] = await store.figures(question());
      expect(row).toMatchObject({ arrivals: 2, served: 2, waitCount: 2 });
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );

  it(
    "judges new cases by the calendar that is in force",
    onFresh(openFresh, async (store) => {
      await store.putCalendar(calendar(), []);
      await openDay(store);
      expect(await level(store)).toEqual([0, 1]);
    }),
  );

  it(
    "lets a calendar count from its date on: earlier days stay as they were",
    onFresh(openFresh, async (store) => {
      await openDay(store, -3);
      await openDay(store);
      await store.putCalendar(calendar(), []);
      expect(await level(store)).toEqual([1, 3]);
    }),
  );

  it(
    "closes for a holiday, for an exceptional closing and for a service of its own, and opens again",
    onFresh(openFresh, async (store) => {
      await openDay(store);
      const holiday = [{ region: "metropole", date: "2026-03-02", name: "easter_monday" }] as const;
      await store.putCalendar(calendar(), holiday);
      expect(await level(store)).toEqual([0, 0]);
      const versions: SiteCalendar["versions"] = calendar().versions.map((version) => ({
        ...version,
        holidays: { region: "metropole", worked: ["easter_monday"] },
      }));
      await store.putCalendar(calendar({ versions }), holiday);
      expect(await level(store)).toEqual([0, 1]);
      const water = {
        id: "water",
        kind: "closed",
        fromDate: "2026-03-02",
        toDate: "2026-03-02",
        span: { fromMinute: 9 * 60, toMinute: 10 * 60 },
        reason: "Fuite d’eau",
      } as const;
      await store.putCalendar(calendar({ versions, exceptions: [water] }), []);
      expect(await level(store)).toEqual([0, 0]);
      const evening = {
        ...water,
        id: "evening",
        kind: "open",
        span: { fromMinute: 19 * 60, toMinute: 20 * 60 },
      } as const;
      await store.putCalendar(calendar({ versions, exceptions: [evening] }), []);
      expect(await level(store)).toEqual([1, 2]);
      await store.putCalendar(
        calendar({
          serviceId: "passports",
          versions: versions.map((version) => ({ ...version, week: [[], [], [], [], [], [], []] })),
        }),
        [],
      );
      expect(await level(store)).toEqual([1, 1]);
    }),
  );

  it(
    "never closes a mailbox",
    onFresh(openFresh, async (store) => {
      await store.putCalendar(calendar(), []);
      const sunday = morningMs - dayMs + 630 * minuteMs;
      await store.append(
        visit("mail", {
          arrivedAtMs: sunday + 7 * dayMs,
          waitSeconds: 60,
          handleSeconds: 60,
          channel: "email",
        }),
        "test",
      );
      expect(await level(store)).toEqual([1, 1]);
    }),
  );

  it(
    "judges again where the clock of the site is set to another zone",
    onFresh(openFresh, async (store) => {
      await openDay(store);
      await store.putCalendar(calendar(), []);
      await store.putDirectory({
        sites: [{ id: "hall", name: "Hall", timeZone: "America/Martinique" }],
        services: [],
        roster: [],
      });
      // Nine in Paris is four in the morning there, half past seven in the evening is half past two.
      expect(await level(store)).toEqual([1, 1]);
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );
}
