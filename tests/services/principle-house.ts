/** A small town hall whose principles are worked out by hand: a store of its own and all services that a card asks. */
import type { AccessService } from "../../electron/services/access.ts";
import { createAudit } from "../../electron/services/audit.ts";
import type { Clock } from "../../electron/services/clock.ts";
import { createCommitments } from "../../electron/services/commitment.ts";
import { createExperience } from "../../electron/services/experience.ts";
import { createFeedback } from "../../electron/services/feedback.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { createPrinciples } from "../../electron/services/principle.ts";
import { createReplies } from "../../electron/services/reply.ts";
import type { Store } from "../../electron/store/store.ts";
import { openHouse } from "../../shared/domain/actor.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import { type Idea, moveIdea, proposeIdea } from "../../shared/domain/idea.ts";
import type { PrincipleFigureId } from "../../shared/domain/principle-figure.ts";
import { changeProblem, type Problem, problemOf } from "../../shared/domain/problem.ts";
import { defaultLevelVariant } from "../../shared/domain/service-level.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, minuteMs, visit } from "../store/events.ts";
import { seatOf } from "./actors.ts";
import { steadyClock } from "./steady-clock.ts";

export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Noon in Paris, 24 November 2026: 23 days of the month are over, set beside the first 23 of October. */
export const nowMs = Date.UTC(2026, 10, 24, 11);

/** An instant of a day of October or November 2026, at so many hours of the day in UTC. */
export function october(day: number, hour = 9): number {
  return Date.UTC(2026, 9, day, hour);
}
export function november(day: number, hour = 9): number {
  return Date.UTC(2026, 10, day, hour);
}

/** The service of the principles on a store. */
export function principlesOn(store: Store, clock: Clock, access: Pick<AccessService, "actor">) {
  const experience = createExperience(store);
  return createPrinciples({
    store,
    clock,
    access,
    figures: createFigures(store, () => defaultLevelVariant),
    experience,
    feedback: createFeedback(store, experience),
    commitments: createCommitments(store, clock, access),
    replies: createReplies({ store, clock, access, audit: createAudit(store, clock, access) }),
  });
}

/** The services of the house, and a way to read single figures of its cards. */
export async function openPrincipleHouse() {
  const store = await temporaryStore();
  const clock = steadyClock(nowMs);
  const access = seatOf(openHouse("Claire"));
  const service = principlesOn(store, clock, access);
  await store.putDirectory({
    sites: [
      { id: "hall", name: "Hôtel de ville", timeZone: "Europe/Paris" },
      { id: "annex", name: "Annexe", timeZone: "Europe/Paris" },
    ],
    services: [served("passports"), served("planning")],
    roster: [],
  });
  const overview = (siteId: string | null = null, month: string | null = null) =>
    service.overview(siteId, month);
  return {
    store,
    clock,
    access,
    overview,
    append: (...events: VigieEvent[]) => store.append(events, "test"),
    async card(principle: string, siteId: string | null = null, month: string | null = null) {
      const found = (await overview(siteId, month)).cards.find((one) => one.principle === principle);
      if (found === undefined) throw new Error(`there is no card of ${principle}`);
      return found;
    },
    async figure(id: PrincipleFigureId, siteId: string | null = null, month: string | null = null) {
      const { cards } = await overview(siteId, month);
      const found = cards.flatMap(({ figures }) => figures).find((one) => one.id === id);
      if (found === undefined) throw new Error(`there is no figure ${id}`);
      return found;
    },
  };
}

function served(id: string) {
  const target = { fromMs: 0, withinSeconds: 600, share: 0.8, shortAbandonSeconds: 10 };
  return { id, name: id, channels: ["counter" as const], targets: [target] };
}

/** An answer of somebody who came and was served: 1–5, and whether the matter is solved where they said so. */
export function answer(subject: string, atMs: number, treated: number, solved?: boolean): VigieEvent {
  return event("feedback.given", subject, atMs + hourMs, {
    treated,
    ...(solved === undefined ? {} : { solved }),
    words: `Mots de ${subject}`,
  });
}

/** A promise, and what became of it: kept at an instant, missed at one, or nothing. */
export function promise(
  id: string,
  dueAtMs: number,
  fate: { readonly keptAtMs?: number; readonly missedAtMs?: number } = {},
  site = "hall",
): VigieEvent[] {
  const data = {
    owner: "alice",
    dueAt: new Date(dueAtMs).toISOString(),
    what: `Promesse ${id}`,
    site,
    service: "passports",
  };
  return [
    event("commitment.made", id, dueAtMs - 2 * hourMs, data),
    ...(fate.keptAtMs === undefined ? [] : [event("commitment.kept", id, fate.keptAtMs, {})]),
    ...(fate.missedAtMs === undefined ? [] : [event("commitment.missed", id, fate.missedAtMs, {})]),
  ];
}

/** A call for backup that was accepted, declined, or never answered. */
export function call(id: string, atMs: number, answered: "accepted" | "declined" | "expired"): VigieEvent[] {
  return [
    event("backup.requested", id, atMs, {
      site: "hall",
      service: "passports",
      agent: "renfort",
      by: "Nadia",
      expiresAt: new Date(atMs + hourMs).toISOString(),
    }),
    event(`backup.${answered}`, id, atMs + minuteMs, {}) as VigieEvent,
  ];
}

interface IdeaStory {
  readonly at: number;
  /** When somebody else answered first, tried it, or settled it. */
  readonly saidAt?: number;
  readonly triedAt?: number;
  readonly adoptedAt?: number;
}

/** Enters an idea of Amina's, with what Claire did about it. */
export async function proposed(store: Store, id: string, { at, saidAt, triedAt, adoptedAt }: IdeaStory) {
  const draft = { kind: "idea", title: `Idée ${id}`, text: "", principle: null, noteId: null } as const;
  let idea: Idea = proposeIdea(id, { ...draft, siteId: "hall", serviceId: null }, { by: "Amina", atMs: at });
  if (saidAt !== undefined) {
    idea = { ...idea, comments: [{ id: "c", text: "Oui", by: "Claire", atMs: saidAt }] };
  }
  if (triedAt !== undefined) {
    const trial = { startDate: "2026-11-10", figure: "wait_p50", siteId: null, serviceId: null } as const;
    idea = moveIdea(idea, { to: "trying", trial }, { by: "Claire", atMs: triedAt });
  }
  if (adoptedAt !== undefined) {
    idea = moveIdea(idea, { to: "adopted", reason: "utile" }, { by: "Claire", atMs: adoptedAt });
  }
  const entered = idea;
  await store.changeIdea(id, () => entered);
}

/** A problem of a site, solved at an instant where one is given. */
export function problem(id: string, atMs: number, solvedAtMs: number | null, siteId = "hall"): Problem {
  const report = {
    id: `${id}-1`,
    by: "Amina",
    atMs,
    text: `Panne ${id}`,
    siteId,
    serviceId: null,
    caseId: null,
  };
  const told = problemOf(id, report);
  if (solvedAtMs === null) return told;
  const change = { nature: "real", severity: 1, state: "solved", expertId: null } as const;
  return changeProblem(told, change, "Claire", solvedAtMs);
}

/** So many visits of a day that are served after these waits in seconds; null: gave up after a minute. */
export function visits(atMs: number, waits: readonly (number | null)[], site = "hall"): VigieEvent[] {
  return waits.flatMap((waitSeconds, index) =>
    visit(`${site}-${atMs}-${index}`, {
      arrivedAtMs: atMs + index * minuteMs,
      waitSeconds: waitSeconds ?? 60,
      handleSeconds: waitSeconds === null ? null : 120,
      site,
    }),
  );
}
