/**
 * The floor of a past day, played again from the log. Only what had happened by the instant shown
 * counts: each event is taken in as the live floor took it in, at the moment at which it happened.
 */
import { type AgentFold, foldAgent } from "./agent.ts";
import { foldBackupCall } from "./backup.ts";
import { foldCase } from "./case-fold.ts";
import type { Directory } from "./directory.ts";
import type { VigieEvent } from "./event.ts";
import type { FeedHealth } from "./feed.ts";
import { serviceKey } from "./floor-dirt.ts";
import { type FloorChange, LiveFloor, type PastLeg } from "./live-floor.ts";
import type { Observation } from "./observation.ts";
import { type CalendarBook, OpeningTimes } from "./opening-times.ts";

/** The live floor notes its queue lengths this often. */
export const historyStepMs = 5 * 60 * 1_000;

/** Queue lengths of one service, `historyStepMs` apart, oldest first. */
export interface QueueHistory {
  readonly siteId: string;
  readonly serviceId: string;
  readonly points: readonly number[];
}

/** A past day: what was known as it began, and what then happened. */
export interface ReplayDay {
  /** First instant of the local day. */
  readonly fromMs: number;
  /** The replay goes no further: the end of the day, or the moment at which the day was read. */
  readonly toMs: number;
  readonly directory: Directory;
  readonly calendars: CalendarBook;
  /** Legs of the days before that had ended. */
  readonly past: readonly PastLeg[];
  /** Cases of the days before that go on: what had happened to each. */
  readonly earlierCases: readonly (readonly VigieEvent[])[];
  readonly earlierCalls: readonly (readonly VigieEvent[])[];
  readonly agents: readonly AgentFold[];
  readonly observations: readonly Observation[];
  readonly feeds: readonly FeedHealth[];
  readonly queueHistory: readonly QueueHistory[];
  /** In the order of `compareEvents`. */
  readonly events: readonly VigieEvent[];
}

const noChange: FloorChange = { cases: [], agents: [], backupCalls: [], observations: [], feeds: [] };

export class ReplayFloor {
  readonly floor = new LiveFloor();
  readonly #day: ReplayDay;
  readonly #stories = new Map<string, VigieEvent[]>();
  readonly #agents = new Map<string, AgentFold>();
  readonly #feeds = new Map<string, FeedHealth>();
  /** What is left to do before the day begins, each a piece of work of its own. */
  readonly #opening: (() => void)[] = [];
  #next = 0;
  #atMs: number;
  #sampleAtMs: number;

  constructor(day: ReplayDay) {
    this.#day = day;
    this.#atMs = day.fromMs;
    this.#sampleAtMs = day.fromMs + historyStepMs;
    for (const story of [...day.earlierCases, ...day.earlierCalls]) this.#begin(story);
    for (const fold of day.agents) this.#agents.set(fold.agent.id, fold);
    for (const feed of day.feeds) this.#feeds.set(feed.source, feed);
    this.floor.setDirectory(day.directory);
    const { sites } = day.directory;
    const timeZoneOf = (id: string) => sites.find((site) => site.id === id)?.timeZone ?? "UTC";
    this.floor.setOpeningTimes(new OpeningTimes(day.calendars, timeZoneOf).isJudged);
    this.floor.startDay(day.fromMs);
    const pastOfService = Map.groupBy(day.past, (leg) => serviceKey(leg.siteId, leg.serviceId));
    for (const legs of pastOfService.values()) this.#opening.push(() => this.floor.addPast(legs));
    this.#opening.push(() => this.#open());
  }

  /** The instant that the floor shows. */
  get atMs(): number {
    return this.#atMs;
  }

  /**
   * Plays on until an instant, never back, and never beyond the day.
   *
   * @param mostSteps stops after so many events, so that others get their turn
   * @returns whether the instant was reached; if not, ask again
   */
  advance(toMs: number, mostSteps: number): boolean {
    const untilMs = Math.min(toMs, this.#day.toMs);
    const open = this.#opening.shift();
    if (open !== undefined) {
      open();
      return false;
    }
    for (let steps = 0; ; steps += 1) {
      const event = this.#day.events[this.#next];
      const eventAtMs = event?.atMs ?? Number.POSITIVE_INFINITY;
      if (Math.min(eventAtMs, this.#sampleAtMs) > untilMs) break;
      if (steps === mostSteps) return false;
      if (event !== undefined && eventAtMs <= this.#sampleAtMs) this.#take(event);
      else this.#sample();
    }
    this.#atMs = Math.max(this.#atMs, untilMs);
    this.floor.tick(this.#atMs);
    return true;
  }

  #open(): void {
    const { earlierCases, earlierCalls, agents, observations, feeds, queueHistory, fromMs } = this.#day;
    const cases = earlierCases.flatMap((story) => foldCase(story) ?? []);
    const backupCalls = earlierCalls.flatMap((story) => foldBackupCall(story) ?? []);
    this.floor.apply({ cases, agents, backupCalls, observations, feeds }, fromMs);
    for (const { siteId, serviceId, points } of queueHistory) {
      this.floor.setHistory(siteId, serviceId, points);
    }
    this.floor.tick(fromMs);
  }

  #take(event: VigieEvent): void {
    this.#next += 1;
    this.#atMs = event.atMs;
    this.floor.apply({ ...this.#changeOf(event), feeds: [this.#hear(event)] }, event.atMs);
  }

  #sample(): void {
    this.#atMs = this.#sampleAtMs;
    this.floor.tick(this.#atMs);
    this.floor.sampleHistory(this.#atMs);
    this.#sampleAtMs += historyStepMs;
  }

  #changeOf(event: VigieEvent): FloorChange {
    if (event.type.startsWith("case.")) {
      const record = foldCase(this.#tell(event));
      return record === undefined ? noChange : { ...noChange, cases: [record] };
    }
    if (event.type.startsWith("agent.")) {
      const fold = foldAgent(this.#agents.get(event.subject), event);
      this.#agents.set(event.subject, fold);
      return { ...noChange, agents: [fold] };
    }
    if (event.type.startsWith("backup.")) {
      const call = foldBackupCall(this.#tell(event));
      return call === undefined ? noChange : { ...noChange, backupCalls: [call] };
    }
    if (event.type !== "queue.observed") return noChange;
    const { site, service, channel, peopleWaiting, openCounters = null, ticketCalled = null } = event.data;
    return {
      ...noChange,
      observations: [
        {
          siteId: site,
          serviceId: service,
          channel,
          atMs: event.atMs,
          peopleWaiting,
          openCounters,
          ticketCalled,
        },
      ],
    };
  }

  #begin(story: readonly VigieEvent[]): void {
    const [first] = story;
    if (first !== undefined) this.#stories.set(storyKey(first), [...story]);
  }

  /** Adds the event to what is known of its subject. */
  #tell(event: VigieEvent): readonly VigieEvent[] {
    const key = storyKey(event);
    const story = this.#stories.get(key) ?? [];
    this.#stories.set(key, story);
    story.push(event);
    return story;
  }

  /** A replay knows when an event happened, not when it was received: it counts as heard at once. */
  #hear({ source, atMs }: VigieEvent): FeedHealth {
    const eventCount = (this.#feeds.get(source)?.eventCount ?? 0) + 1;
    const heard = { source, lastReceivedAtMs: atMs, lastEventAtMs: atMs, eventCount };
    this.#feeds.set(source, heard);
    return heard;
  }
}

/** A subject may be a case's key and a call's too. */
function storyKey({ type, subject }: VigieEvent): string {
  return `${type.slice(0, type.indexOf("."))} ${subject}`;
}
