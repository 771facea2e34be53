/** A county of town halls: many sites, services and agents, one very long queue, and a calm stream of events. */
import { createFeed, event } from "../live/feed.ts";

export const sites = 20;
export const servicesPerSite = 10;
export const agents = 1_000;
export const waiting = 5_000;

/** Half of all people wait for the first service of the first site. */
export const busiest = nameOf(0, 0);

const batch = 500;
const agedMs = 2 * 60 * 60 * 1_000;

/** Arrived, called, started, completed. */
const eventsPerCase = 4;

export interface County {
  /** Lets agents sign in and people wait. */
  fill(): Promise<void>;
  /** Someone comes and someone is served, at a steady rate, until it is stopped. */
  run(eventsPerSecond: number): { stop(): Promise<void> };
}

/** What a service is called on screen. */
export function nameOf(site: number, service: number): string {
  return `service-${String(site).padStart(2, "0")}-${service}`;
}

/** Makes the county for a console. */
export function createCounty(feedUrl: string, token: string): County {
  const { post } = createFeed(feedUrl, token);
  const inLine: { readonly subject: string; readonly site: number }[] = [];
  let made = 0;

  function signIn(number: number): object {
    const site = number % sites;
    const skills = [0, 1, 2].map((step) => ({
      service: nameOf(site, (number + step) % servicesPerSite),
      level: 2,
    }));
    return event("agent.signed_in", `agent-${number}`, Date.now(), {
      site: `site-${site}`,
      name: `Agent ${String(number).padStart(4, "0")}`,
      skills,
    });
  }

  function arrive(atMs: number): object {
    made += 1;
    const isBusiest = made % 2 === 0;
    const turn = Math.floor(made / 2);
    const site = isBusiest ? 0 : turn % sites;
    const service = isBusiest ? 0 : Math.floor(turn / sites) % servicesPerSite;
    const subject = `c${made}`;
    inLine.push({ subject, site });
    return event("case.arrived", subject, atMs, {
      site: `site-${site}`,
      service: nameOf(site, service),
      channel: made % 7 === 0 ? "phone" : "counter",
      ticket: `A${String(made).padStart(4, "0")}`,
      ...(made % 9 === 0 ? { flags: ["PMR"] } : {}),
    });
  }

  function serve(atMs: number): object[] {
    const next = inLine.shift();
    if (next === undefined) return [];
    const agent = `agent-${next.site + sites * (made % (agents / sites))}`;
    return [
      event("case.called", next.subject, atMs - 2, { agent }),
      event("case.started", next.subject, atMs - 1, { agent }),
      event("case.completed", next.subject, atMs, { resolved: true }),
    ];
  }

  return {
    async fill() {
      for (let first = 0; first < agents; first += batch) {
        await post(Array.from({ length: batch }, (_, index) => signIn(first + index)));
      }
      const beganAtMs = Date.now() - agedMs;
      while (made < waiting) {
        await post(Array.from({ length: batch }, () => arrive(beganAtMs + made * 1_000)));
      }
    },
    run(eventsPerSecond) {
      let last: Promise<void> = Promise.resolve();
      let failure: unknown;
      const timer = setInterval(
        () => {
          const nowMs = Date.now();
          last = post([arrive(nowMs), ...serve(nowMs)]).catch((error: unknown) => {
            failure = error;
          });
        },
        (1_000 * eventsPerCase) / eventsPerSecond,
      );
      return {
        async stop() {
          clearInterval(timer);
          await last;
          if (failure !== undefined) throw failure;
        },
      };
    },
  };
}
