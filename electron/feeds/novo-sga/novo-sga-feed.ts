/** Novo SGA as a feed: webhooks in, events out, one after the other for each connector. */
import type { Case } from "../../../shared/domain/case.ts";
import {
  casePrefix,
  clockToleranceSeconds,
  connectorSource,
  type NovoSgaConnector,
  serviceKeyOf,
} from "../../../shared/domain/connector.ts";
import type { Directory } from "../../../shared/domain/directory.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { toCloudEvent } from "../../../shared/domain/understand.ts";
import { Fault } from "../../../shared/faults.ts";
import type { Clock } from "../../services/clock.ts";
import type { Ingest, IngestOutcome } from "../../services/ingest.ts";
import { createCaseStory } from "../case-story.ts";
import { createSiteTime, type SiteTime } from "../site-time.ts";
import { bodyForReject, readWebhook, type Webhook } from "./ticket.ts";
import { latestOf, type TicketContext, tellWebhook } from "./ticket-events.ts";

/** No ticket is worked on for longer than this without a word. */
const leftOpenMs = 16 * 3_600_000;
const lookForLeftOpenMs = 3_600_000;

export interface NovoSgaFeedParts {
  readonly ingest: Ingest;
  readonly clock: Clock;
  /** All events about a case. */
  eventsOf(subject: string): Promise<VigieEvent[]>;
  openCases(): Promise<Case[]>;
  timeZoneOf(siteId: string): Promise<string>;
  directory(): Promise<Directory>;
  putDirectory(directory: Directory): Promise<void>;
  label(name: string): Promise<string | undefined>;
  setLabel(name: string, value: string): Promise<void>;
}

/** What became of a webhook. */
export interface Taken {
  readonly outcomes: readonly IngestOutcome[];
  /** By how much their clock is ahead, in seconds; null where it is near enough. */
  readonly clockAheadSeconds: number | null;
}

export interface NovoSgaFeed {
  /**
   * Takes one webhook in.
   *
   * @throws Fault `invalid_input` or `unknown_event_type`: it is in the reject list, without the
   * citizen's data; or a fault of the store: nothing was kept
   */
  take(connector: NovoSgaConnector, name: unknown, body: unknown): Promise<Taken>;
}

/** Makes the feed. */
export function createNovoSgaFeed(parts: NovoSgaFeedParts): NovoSgaFeed {
  const { ingest, clock } = parts;
  const named = new Set<string>();
  const lastLookMs = new Map<string, number>();
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** Two webhooks about one ticket must not both find that nothing is known of it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async function tell(connector: NovoSgaConnector, webhook: Webhook): Promise<Taken> {
    const receivedAtMs = clock.nowMs();
    const context: TicketContext = {
      siteId: connector.siteId,
      siteTime: createSiteTime(await parts.timeZoneOf(connector.siteId)),
      receivedAtMs,
      serviceId: (theirs) => serviceKeyOf(connector.services, theirs),
    };
    await endLeftOpen(connector, context.siteTime);
    const { ticket, successor } = webhook;
    const subject = await subjectOf(connector, ticket.id);
    const story = createCaseStory(
      subject,
      connectorSource(connector),
      await parts.eventsOf(subject),
      context.siteTime,
    );
    if (successor !== null && story.record()?.state === "done") {
      // A case that is done stays done: what comes after it is a visit of its own.
      return tell(connector, { name: "ticket.created", ticket: successor, successor: null });
    }
    tellWebhook(story, webhook, context);
    for (const { servico } of successor === null ? [ticket] : [ticket, successor]) {
      await nameService(context.serviceId(servico.nome), servico.nome);
    }
    if (successor !== null) await parts.setLabel(rootLabel(connector, successor.id), subject);
    const outcomes = await ingest.take(story.added.map(toCloudEvent), connectorSource(connector));
    const ahead = Math.round((latestOf(ticket, context) - receivedAtMs) / 1_000);
    return { outcomes, clockAheadSeconds: ahead > clockToleranceSeconds ? ahead : null };
  }

  /** A service that nobody has entered gets the name that they use. */
  async function nameService(id: string, name: string): Promise<void> {
    if (named.has(id)) return;
    const { services } = await parts.directory();
    if (!services.some((service) => service.id === id)) {
      const service = { id, name: name.slice(0, 120), channels: ["counter" as const], targets: [] };
      await parts.putDirectory({ sites: [], services: [service], roster: [] });
    }
    named.add(id);
  }

  /**
   * Novo SGA sends each webhook once and clears its queues overnight without a word. What was heard of
   * last so long ago is over; it ends at its last known moment.
   */
  async function endLeftOpen(connector: NovoSgaConnector, siteTime: SiteTime): Promise<void> {
    const nowMs = clock.nowMs();
    if (nowMs - (lastLookMs.get(connector.id) ?? 0) < lookForLeftOpenMs) return;
    lastLookMs.set(connector.id, nowMs);
    const source = connectorSource(connector);
    for (const { id, firstArrivedAtMs } of await parts.openCases()) {
      if (!id.startsWith(casePrefix(connector)) || nowMs - firstArrivedAtMs < leftOpenMs) continue;
      const story = createCaseStory(id, source, await parts.eventsOf(id), siteTime);
      const lastMs = story.own().at(-1)?.atMs ?? firstArrivedAtMs;
      if (nowMs - lastMs < leftOpenMs) continue;
      story.tell("case.cancelled", `${id}/left-open/${story.own().length}`, lastMs, { reason: "left_open" });
      await ingest.take(story.added.map(toCloudEvent), source);
    }
  }

  /** The case of a ticket: its own, or that of the ticket from which it was redirected. */
  async function subjectOf(connector: NovoSgaConnector, ticketId: string): Promise<string> {
    return (await parts.label(rootLabel(connector, ticketId))) ?? casePrefix(connector) + ticketId;
  }

  return {
    take: (connector, name, body) =>
      inTurn(async () => {
        let webhook: Webhook;
        try {
          webhook = readWebhook(name, body);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          const raw = bodyForReject(body);
          await ingest.reject([
            { feed: connectorSource(connector), line: null, fault: error.toValue(), raw },
          ]);
          throw error;
        }
        return tell(connector, webhook);
      }),
  };
}

function rootLabel(connector: NovoSgaConnector, ticketId: string): string {
  return `case-of:${casePrefix(connector)}${ticketId}`;
}
