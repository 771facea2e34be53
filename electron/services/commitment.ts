/** Commitments to citizens: made, kept or missed as events of the console, and the figures of them. */
import { randomUUID } from "node:crypto";
import type { CommitmentView } from "../../shared/contract/commitment.ts";
import { type Actor, hasRole } from "../../shared/domain/actor.ts";
import { type Case, currentLeg } from "../../shared/domain/case.ts";
import { consoleSource } from "../../shared/domain/case-action.ts";
import { type Commitment, type CommitmentDraft, isOpen, standingOf } from "../../shared/domain/commitment.ts";
import {
  type CommitmentFigure,
  commitmentDefinition,
  commitmentFigure,
  commitmentFigures,
} from "../../shared/domain/commitment-figure.ts";
import type { Directory } from "../../shared/domain/directory.ts";
import type { EventData, EventOf } from "../../shared/domain/event.ts";
import { Fault } from "../../shared/faults.ts";
import { addDays, localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { isDecider } from "./decider.ts";
import { timeZoneOf } from "./directory.ts";

const shownMs = 30 * 24 * 60 * 60 * 1000;
const monthsShown = 12;

export interface Owner {
  readonly id: string;
  readonly name: string;
}

export interface CommitmentFigures {
  readonly definition: string;
  readonly total: CommitmentFigure;
  readonly byService: CommitmentFigure[];
  readonly byMonth: CommitmentFigure[];
}

export interface CommitmentService {
  list(siteId: string | null): Promise<CommitmentView[]>;
  owners(): Promise<Owner[]>;
  make(draft: CommitmentDraft): Promise<Commitment>;
  keep(id: string): Promise<Commitment>;
  miss(id: string): Promise<Commitment>;
  figures(siteId: string | null): Promise<CommitmentFigures>;
}

type CommitmentParts = Pick<
  Store,
  | "commitment"
  | "openCommitments"
  | "commitmentsDue"
  | "changeCommitment"
  | "changeCases"
  | "case"
  | "directory"
  | "agents"
  | "people"
>;

/**
 * Makes the commitments of a store. Who only is an agent sees, makes and keeps their own; supervisors, team leads
 * and managers also those of others.
 */
export function createCommitments(
  store: CommitmentParts,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): CommitmentService {
  async function ownersFor(actor: Actor): Promise<Owner[]> {
    const owners = await everyOwner(store);
    return isDecider(actor) ? owners : owners.filter(({ id }) => isOwn(actor, id));
  }

  async function settle(id: string, type: "commitment.kept" | "commitment.missed"): Promise<Commitment> {
    const actor = access.actor();
    await store.changeCommitment(id, (found) => {
      const commitment = knownFor(actor, found, id);
      if (type === "commitment.missed" ? !isOpen(commitment) : commitment.keptAtMs !== null) {
        throw new Fault("invalid_input", "The commitment is settled already; nothing was changed.", {
          field: "id",
        });
      }
      // A feed whose clock is ahead may have made it a little later than now.
      const atMs = Math.max(clock.nextMs(), commitment.madeAtMs + 1);
      return { events: [eventOf(type, commitment.subject, atMs, { by: actor.name })], result: null };
    });
    return knownFor(actor, await store.commitment(id), id);
  }

  return {
    async list(siteId) {
      const actor = access.actor();
      const nowMs = clock.nowMs();
      const [open, due, directory, owners] = await Promise.all([
        store.openCommitments(),
        store.commitmentsDue(nowMs - shownMs, Number.MAX_SAFE_INTEGER),
        store.directory(),
        everyOwner(store),
      ]);
      const names = new Map(owners.map(({ id, name }) => [id, name]));
      const shown = [...open, ...due.filter((one) => !isOpen(one))].filter(
        (one) => isAt(one, siteId) && maySee(actor, one),
      );
      return Promise.all(
        shown.map(async (one): Promise<CommitmentView> => {
          const record = one.caseId === null ? undefined : await store.case(one.caseId);
          return {
            ...one,
            standing: standingOf(one, nowMs, endOfDayMs(directory, one.siteId, nowMs)),
            ownerName: names.get(one.ownerId) ?? one.ownerId,
            ticket: record?.ticket ?? null,
            maySettle: maySettle(actor, one),
          };
        }),
      );
    },
    owners: () => ownersFor(access.actor()),
    async make(draft) {
      const actor = access.actor();
      if (!(await ownersFor(actor)).some(({ id }) => id === draft.ownerId)) {
        throw new Fault("forbidden", "You can't promise on behalf of this person; nothing was kept.");
      }
      const id = randomUUID();
      await store.changeCases(draft.caseId === null ? [] : [draft.caseId], (cases) => ({
        events: [madeEvent(id, draft, cases, actor.name, clock.nextMs())],
        result: null,
      }));
      return knownFor(actor, await store.commitment(id), id);
    },
    keep: (id) => settle(id, "commitment.kept"),
    miss: (id) => settle(id, "commitment.missed"),
    async figures(siteId) {
      const nowMs = clock.nowMs();
      const directory = await store.directory();
      const zone = timeZoneOf(directory, siteId);
      const firstMonth = monthsBefore(localDate(nowMs, zone).slice(0, 7), monthsShown - 1);
      const due = await store.commitmentsDue(
        startOfLocalDateMs(`${firstMonth}-01`, zone),
        Number.MAX_SAFE_INTEGER,
      );
      const counted = due.filter((one) => isAt(one, siteId));
      const monthOf = (one: Commitment) =>
        localDate(one.dueAtMs, timeZoneOf(directory, one.siteId)).slice(0, 7);
      return {
        definition: commitmentDefinition,
        total: commitmentFigure("total", counted, nowMs),
        byService: commitmentFigures(counted, ({ serviceId }) => serviceId, nowMs),
        byMonth: commitmentFigures(counted, monthOf, nowMs),
      };
    },
  };
}

function madeEvent(
  id: string,
  { caseId, siteId, serviceId, ownerId, dueAtMs, what }: CommitmentDraft,
  cases: ReadonlyMap<string, Case>,
  by: string,
  atMs: number,
): EventOf<"commitment.made"> {
  if (dueAtMs <= atMs) {
    throw new Fault("invalid_input", "The due date is over already; nothing was kept.", { field: "dueAtMs" });
  }
  const record = caseId === null ? undefined : cases.get(caseId);
  if (caseId !== null && record === undefined) {
    throw new Fault("not_found", "The case is not known; nothing was kept.", { caseId });
  }
  const site = record?.siteId ?? siteId;
  const service = record === undefined ? serviceId : currentLeg(record).serviceId;
  if (site === null || service === null) {
    throw new Fault("invalid_input", "A commitment needs a case, or a site and a service.", {
      field: "serviceId",
    });
  }
  return eventOf("commitment.made", id, atMs, {
    owner: ownerId,
    dueAt: new Date(dueAtMs).toISOString(),
    what,
    ...(caseId === null ? {} : { case: caseId }),
    site,
    service,
    by,
  });
}

function eventOf<T extends "commitment.made" | "commitment.kept" | "commitment.missed">(
  type: T,
  subject: string,
  atMs: number,
  data: EventData<T>,
): EventOf<T> {
  const time = new Date(atMs).toISOString();
  return { id: randomUUID(), source: consoleSource, type, subject, time, atMs, data };
}

async function everyOwner(store: Pick<Store, "directory" | "agents" | "people">): Promise<Owner[]> {
  const [directory, agents, people] = await Promise.all([store.directory(), store.agents(), store.people()]);
  const names = new Map<string, string>();
  for (const { id, name, agentId, isActive } of people) {
    if (isActive && agentId === null) names.set(id, name);
  }
  for (const { agentId, name } of directory.roster) names.set(agentId, name);
  for (const { agent } of agents) names.set(agent.id, agent.name);
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
}

/** Whether a commitment of this owner is theirs, as an agent or as who signs in. */
export function isOwn({ agentId, personId }: Actor, ownerId: string): boolean {
  return ownerId === agentId || ownerId === personId;
}

function maySettle(actor: Actor, { ownerId }: Commitment): boolean {
  return isDecider(actor) || isOwn(actor, ownerId);
}

function maySee(actor: Actor, commitment: Commitment): boolean {
  return maySettle(actor, commitment) || hasRole(actor, "administrator");
}

/** @throws Fault `not_found`, also where it is somebody else's and not to be known */
function knownFor(actor: Actor, commitment: Commitment | undefined, id: string): Commitment {
  if (commitment === undefined || !maySettle(actor, commitment)) {
    throw new Fault("not_found", "The commitment is not known; nothing was changed.", { commitmentId: id });
  }
  return commitment;
}

/** What names no site concerns them all. */
function isAt(commitment: Commitment, siteId: string | null): boolean {
  return siteId === null || commitment.siteId === null || commitment.siteId === siteId;
}

function endOfDayMs(directory: Directory, siteId: string | null, nowMs: number): number {
  const zone = timeZoneOf(directory, siteId);
  return startOfLocalDateMs(addDays(localDate(nowMs, zone), 1), zone);
}

/** The month so many months before one such as `2026-11`. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}
