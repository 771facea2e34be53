/** Ten years of a town hall: three sites, their counters, phones and mailboxes, every working day. */
import type { Channel } from "../../shared/domain/channel.ts";
import type { EventData, EventType, VigieEvent } from "../../shared/domain/event.ts";
import { addDays, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { mulberry } from "../../tests/shared/queueing/random.ts";

export const timeZone = "Europe/Paris";
/** The ten years, a Monday to a Monday; the end is not included. */
export const firstDate = "2016-11-21";
export const endDate = "2026-11-23";
/** The day that is looked at by quarter hours, a Tuesday in the middle. */
export const oneDate = "2021-06-15";

const source = "urn:vigie:bench";
const sites = ["hall", "north", "south"];
const services = ["civil", "passports", "planning", "schools", "housing", "taxes", "permits", "post"];
/** How often each channel is used, and its median wait and handling in seconds. */
const channels: readonly { channel: Channel; share: number; waitSeconds: number; handleSeconds: number }[] = [
  { channel: "counter", share: 0.6, waitSeconds: 420, handleSeconds: 480 },
  { channel: "phone", share: 0.3, waitSeconds: 50, handleSeconds: 240 },
  { channel: "email", share: 0.1, waitSeconds: 30_000, handleSeconds: 400 },
];
const agentsPerSite = 12;
const abandonShare = 0.07;
const openFromMinute = 8 * 60 + 30;
const openMinutes = 9 * 60;
const minuteMs = 60_000;

/** The events of every case, a working day at a time, in the order of their arrival. */
export function* daysOfEvents(cases: number): Generator<VigieEvent[]> {
  const random = mulberry(cases);
  const dates = workingDates();
  let made = 0;
  for (const [index, date] of dates.entries()) {
    const upTo = Math.round((cases * (index + 1)) / dates.length);
    const openMs = startOfLocalDateMs(date, timeZone) + openFromMinute * minuteMs;
    const arrivals = Array.from({ length: upTo - made }, () => arrivalMinute(random)).sort((a, b) => a - b);
    yield arrivals.flatMap((minute) => {
      made += 1;
      return visit(made, Math.round(openMs + minute * minuteMs), random);
    });
  }
}

function workingDates(): string[] {
  const dates: string[] = [];
  for (let date = firstDate, weekday = 1; date < endDate; date = addDays(date, 1)) {
    if (weekday <= 5) dates.push(date);
    weekday = weekday === 7 ? 1 : weekday + 1;
  }
  return dates;
}

/** Two humps, before and after noon. */
function arrivalMinute(random: () => number): number {
  const hump = random() < 0.55 ? 0.25 : 0.75;
  const spread = (random() + random() + random() - 1.5) / 3;
  return Math.min(Math.max(hump + spread, 0), 0.999) * openMinutes;
}

function visit(number: number, arrivedAtMs: number, random: () => number): VigieEvent[] {
  const subject = `case-${String(number).padStart(7, "0")}`;
  const site = pick(sites, random);
  const service = pick(services, random);
  const { channel, waitSeconds, handleSeconds } = pickChannel(random);
  const arrived = event("case.arrived", subject, arrivedAtMs, { site, service, channel });
  const endedWaitAtMs = arrivedAtMs + Math.round(1000 * around(waitSeconds, 0.8, random));
  if (random() < abandonShare) return [arrived, event("case.abandoned", subject, endedWaitAtMs, {})];
  const agent = `${site}-agent-${Math.floor(random() * agentsPerSite)}`;
  const completedAtMs = endedWaitAtMs + Math.round(1000 * around(handleSeconds, 0.5, random));
  return [
    arrived,
    event("case.called", subject, endedWaitAtMs, { agent }),
    event("case.started", subject, endedWaitAtMs, { agent }),
    event("case.completed", subject, completedAtMs, { resolved: true }),
  ];
}

function event<T extends EventType>(type: T, subject: string, atMs: number, data: EventData<T>): VigieEvent {
  const told = { source, id: `${subject}:${type}`, type, subject, time: new Date(atMs).toISOString() };
  return { ...told, atMs, data } as VigieEvent;
}

function pick<T>(items: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

function pickChannel(random: () => number): (typeof channels)[number] {
  let left = random();
  for (const used of channels) {
    left -= used.share;
    if (left < 0) return used;
  }
  return pick(channels, random);
}

/** Lognormal around a median. */
function around(median: number, spread: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}
