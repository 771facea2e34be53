/** A town hall under load: a steady queue, and a steady stream of events that keeps it as long as it is. */
import { createFeed, event } from "./feed.ts";

/** Half of all people wait for the first service; it is the one to look at. */
export const busiest = "passports";
const others = ["civil-status", "planning", "elections", "school", "housing"] as const;
const services = [busiest, ...others];
const site = "hall";
const batchMs = 40;
const maxBatch = 900;

/** Arrived, called, started, completed. */
const eventsPerCase = 4;

const minuteMs = 60_000;

export interface Load {
  /** Lets people wait. */
  fill(waiting: number): Promise<void>;
  /** Sends events at a steady rate until it is stopped; gives how many were acknowledged per second. */
  run(eventsPerSecond: number): { stop(): Promise<{ eventsPerSecond: number }> };
  /** Someone who has waited longest of all comes to light; resolves when the console has answered, in ms. */
  probe(ticket: string): Promise<number>;
  /** That person leaves. */
  leave(ticket: string): Promise<void>;
}

/** Makes the load for a console. */
export function createLoad(feedUrl: string, token: string): Load {
  const { post } = createFeed(feedUrl, token);
  const waiting: string[] = [];
  const startedAtMs = Date.now();
  let made = 0;
  let probes = 0;

  function arrive(atMs: number): object {
    made += 1;
    const subject = `c${made}`;
    waiting.push(subject);
    const service = made % 2 === 0 ? busiest : others[made % others.length];
    return event("case.arrived", subject, atMs, { site, service, channel: "counter", ticket: `A${made}` });
  }

  /** The life of the one who waits longest, in as many events as it has. */
  function serve(atMs: number): object[] {
    const subject = waiting.shift();
    if (subject === undefined) return [];
    const agent = `agent-${made % 14}`;
    return [
      event("case.called", subject, atMs - 2, { agent }),
      event("case.started", subject, atMs - 1, { agent }),
      event("case.completed", subject, atMs, { resolved: true }),
    ];
  }

  return {
    async fill(count) {
      const agents = Array.from({ length: 14 }, (_, index) =>
        event("agent.signed_in", `agent-${index}`, startedAtMs, {
          site,
          name: `Agent ${index}`,
          skills: services.map((service) => ({ service, level: 2 })),
        }),
      );
      await post(agents);
      while (waiting.length < count) {
        await post(Array.from({ length: 500 }, () => arrive(startedAtMs - minuteMs + waiting.length)));
      }
    },
    run(eventsPerSecond) {
      const casesPerMs = eventsPerSecond / eventsPerCase / 1_000;
      const beganAtMs = performance.now();
      const underWay = new Set<Promise<void>>();
      let served = 0;
      let acknowledged = 0;
      let failure: unknown;
      const timer = setInterval(() => {
        // By the clock and not by the tick: a held-up timer makes up for what it missed.
        const due = (performance.now() - beganAtMs) * casesPerMs;
        const events: object[] = [];
        for (; served < due && events.length < maxBatch; served += 1) {
          events.push(arrive(Date.now()), ...serve(Date.now()));
        }
        const posting = post(events)
          .then(() => {
            acknowledged += events.length;
          })
          .catch((error: unknown) => {
            failure = error;
          })
          .finally(() => underWay.delete(posting));
        underWay.add(posting);
      }, batchMs);
      return {
        async stop() {
          clearInterval(timer);
          const seconds = (performance.now() - beganAtMs) / 1_000;
          await Promise.all(underWay);
          if (failure !== undefined) throw failure;
          return { eventsPerSecond: acknowledged / seconds };
        },
      };
    },
    async probe(ticket) {
      probes += 1;
      const atMs = startedAtMs - 30 * minuteMs - probes;
      const data = { site, service: busiest, channel: "counter", ticket };
      await post([event("case.arrived", ticket, atMs, data)]);
      return performance.timeOrigin + performance.now();
    },
    leave: (ticket) => post([event("case.abandoned", ticket, Date.now(), {})]),
  };
}
