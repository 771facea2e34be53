/** A small town hall that a test plays itself, event by event, over HTTP like any feed. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { EventType } from "../../shared/domain/event.ts";
import type { RunningConsole } from "./console.ts";

const source = "https://tickets.mairie.example/qms";
const site = "hotel-de-ville";
const batchSize = 500;

export interface Arrival {
  readonly ticket: string;
  readonly service?: string;
  readonly channel?: "counter" | "phone" | "email";
  /** How long ago the person came, in seconds. */
  readonly agoSeconds?: number;
  /** When the person came, where it must be the very millisecond. */
  readonly atMs?: number;
  readonly priority?: number;
  readonly flags?: readonly string[];
}

export interface TownHall {
  /** Posts one event; fails where the console does not take it. */
  post(type: EventType, subject: string, data: object, agoSeconds?: number): Promise<void>;
  /** Posts one event of a given instant. */
  postAt(type: EventType, subject: string, data: object, atMs: number): Promise<void>;
  /** Someone comes; the case has the ticket's name. */
  arrive(arrival: Arrival): Promise<void>;
  /** This many people come to the same service at once. */
  arriveMany(count: number): Promise<void>;
  /** An agent takes their place at a counter. */
  signIn(agent: string, name: string, services: readonly string[]): Promise<void>;
  /** An agent calls a ticket. */
  call(ticket: string, agent: string): Promise<void>;
}

/** Makes a town hall that feeds this console. */
export function createTownHall({ feedUrl, ingestToken }: RunningConsole): TownHall {
  async function send(contentType: string, body: object): Promise<void> {
    const response = await fetch(feedUrl, {
      method: "POST",
      headers: { authorization: `Bearer ${ingestToken}`, "content-type": contentType },
      body: JSON.stringify(body),
    });
    expect(response.status, await response.text()).toBe(202);
  }
  const postAt: TownHall["postAt"] = (type, subject, data, atMs) =>
    send("application/cloudevents+json", envelope(type, subject, data, atMs));
  const post: TownHall["post"] = (type, subject, data, agoSeconds = 0) =>
    postAt(type, subject, data, before(agoSeconds));
  return {
    post,
    postAt,
    arrive: ({
      ticket,
      service = "passeports",
      channel = "counter",
      agoSeconds = 0,
      atMs = before(agoSeconds),
      ...rest
    }) => postAt("case.arrived", ticket, { site, service, channel, ticket, ...rest }, atMs),
    async arriveMany(count) {
      const arrivals = Array.from({ length: count }, (_, index) => {
        const ticket = `A${String(index + 1).padStart(4, "0")}`;
        return envelope(
          "case.arrived",
          ticket,
          { site, service: "passeports", channel: "counter", ticket },
          before(60),
        );
      });
      for (let start = 0; start < count; start += batchSize) {
        await send("application/cloudevents-batch+json", arrivals.slice(start, start + batchSize));
      }
    },
    signIn: (agent, name, services) =>
      post("agent.signed_in", agent, {
        site,
        name,
        skills: services.map((service) => ({ service, level: 2 })),
      }),
    call: (ticket, agent) => post("case.called", ticket, { agent }),
  };
}

function before(agoSeconds: number): number {
  return Date.now() - agoSeconds * 1_000;
}

function envelope(type: EventType, subject: string, data: object, atMs: number): object {
  return {
    specversion: "1.0",
    id: randomUUID(),
    source,
    type: `vigie.${type}`,
    subject,
    time: new Date(atMs).toISOString(),
    datacontenttype: "application/json",
    data,
  };
}
