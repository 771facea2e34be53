/** A connector: another queue system that Vigie listens to, and what is to be made of its words. */
import { z } from "zod";
import { faultSchema } from "../faults.ts";
import { keySchema } from "./event.ts";

export const connectorKinds = ["novo_sga", "zms"] as const;
export type ConnectorKind = (typeof connectorKinds)[number];

/** What they call a service, and which of ours it is. */
export const serviceMappingSchema = z.object({
  theirs: z.string().trim().min(1).max(200),
  serviceId: keySchema,
});
export type ServiceMapping = z.infer<typeof serviceMappingSchema>;

const common = {
  /** Part of the address, of the events' source and of case ids; it never changes. */
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
  name: z.string().trim().min(1).max(80),
  /** The site whose people stand in their queues; its time zone is that of their local times. */
  siteId: keySchema,
  /** A service that is not listed keeps its own name, as a key. */
  services: z.array(serviceMappingSchema).max(500),
  enabled: z.boolean(),
};

const novoSgaSchema = z.object({ ...common, kind: z.literal("novo_sga") });
const zmsSchema = z.object({
  ...common,
  kind: z.literal("zms"),
  /** Where their API begins: `https://zms.example/terminvereinbarung/api/2`. */
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** Ids of the scopes (counters' queues) to ask for. */
  scopeIds: z
    .array(z.string().regex(/^\d{1,10}$/))
    .min(1)
    .max(50),
  /** Seconds between two questions while all is well. */
  pollSeconds: z.int().min(10).max(3_600),
});

export const connectorSchema = z.discriminatedUnion("kind", [novoSgaSchema, zmsSchema]);
export type Connector = z.infer<typeof connectorSchema>;
export type NovoSgaConnector = z.infer<typeof novoSgaSchema>;
export type ZmsConnector = z.infer<typeof zmsSchema>;

/** A connector as a person enters it; without an id it is a new one. */
export const connectorDraftSchema = z.discriminatedUnion("kind", [
  novoSgaSchema.partial({ id: true }),
  zmsSchema.partial({ id: true }).extend({
    /** Their access key; absent: the one that is kept stays; null: none. It is never given back. */
    accessKey: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^[\x21-\x7e]+$/)
      .nullable()
      .optional(),
  }),
]);
export type ConnectorDraft = z.infer<typeof connectorDraftSchema>;

/** How a connector fares. */
export const connectorHealthSchema = z.object({
  /** When it last heard something that it understood, ms since 1970 UTC. */
  lastSuccessAtMs: z.number().nullable(),
  /** What went wrong last, even where all is well again. */
  lastFailure: z.object({ atMs: z.number(), fault: faultSchema }).nullable(),
  /** By how much their clock is ahead of ours, in seconds; null where they are near enough. */
  clockAheadSeconds: z.number().nullable(),
});
export type ConnectorHealth = z.infer<typeof connectorHealthSchema>;

/** Clocks that differ by less than this are near enough: one poll or one slow delivery. */
export const clockToleranceSeconds = 120;

/** `failing`: the last thing that happened was a failure; `waiting`: nothing has happened yet. */
export type ConnectorState = "off" | "waiting" | "working" | "failing";

/** The state that a connector's health amounts to. */
export function connectorState(enabled: boolean, health: ConnectorHealth): ConnectorState {
  if (!enabled) return "off";
  const { lastSuccessAtMs, lastFailure } = health;
  if (lastFailure !== null && lastFailure.atMs >= (lastSuccessAtMs ?? 0)) return "failing";
  return lastSuccessAtMs === null ? "waiting" : "working";
}

/** The `source` of a connector's events. */
export function connectorSource({ kind, id }: Pick<Connector, "kind" | "id">): string {
  return `urn:vigie:${kindSlug(kind)}:${id}`;
}

/** What begins every case id of a connector, so that two systems never share a case. */
export function casePrefix({ kind, id }: Pick<Connector, "kind" | "id">): string {
  return `${kindSlug(kind)}:${id}:`;
}

function kindSlug(kind: ConnectorKind): string {
  return kind.replaceAll("_", "-");
}

/** Our key for a service of theirs: the one that was entered, else their name as a key. */
export function serviceKeyOf(services: readonly ServiceMapping[], theirs: string): string {
  const wanted = theirs.trim();
  const entered = services.find((mapping) => mapping.theirs === wanted);
  return entered?.serviceId ?? slugOf(wanted, 80);
}

/** A name as a key: `État civil – naissance` → `etat-civil-naissance`. Never empty. */
export function slugOf(name: string, maxLength: number): string {
  const slug = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, "");
  return slug === "" ? "x" : slug;
}

const longestPauseSeconds = 15 * 60;

/**
 * Seconds until the next question. Each failure in a row doubles the pause, up to a quarter of an
 * hour; the pause is then shortened by up to a half, so that consoles that lost one server together
 * do not come back together.
 *
 * @param failures failures in a row; 0: the usual pause, unchanged
 * @param random from 0 to 1
 */
export function pauseSeconds(pollSeconds: number, failures: number, random: number): number {
  if (failures === 0) return pollSeconds;
  const longest = Math.max(pollSeconds, longestPauseSeconds);
  return Math.min(longest, pollSeconds * 2 ** Math.min(failures, 20)) * (1 - random / 2);
}
