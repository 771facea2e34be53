/** Any events that a few cases, agents, calls and queues could send, tidy or not. */
import fc from "fast-check";
import type { EventData, EventType, VigieEvent } from "../../shared/domain/event.ts";
import { event, morningMs } from "./events.ts";

const service = fc.constantFrom("passports", "planning", "civil");
const site = fc.constantFrom("hall", "annex");
const channel = fc.constantFrom("counter", "phone", "email");
const agent = fc.constantFrom("alice", "bob");
const by = fc.constant("Claire");
const reason = fc.constantFrom("queue", "language");
const nothing = fc.constant({});

const caseData = {
  "case.arrived": fc.record({ site, service, channel }),
  "case.queued": fc.record({ service }, { requiredKeys: [] }),
  "case.called": fc.record({ agent }, { requiredKeys: [] }),
  "case.recalled": nothing,
  "case.started": fc.record({ agent }, { requiredKeys: [] }),
  "case.held": nothing,
  "case.resumed": nothing,
  "case.transferred": fc.record({ toService: service, toAgent: agent }, { requiredKeys: ["toService"] }),
  "case.reassigned": fc.record({ toService: service, reason, by, action: fc.constantFrom("a1", "a2") }),
  "case.prioritised": fc.record({ priority: fc.nat(9) }),
  "case.completed": fc.record({ wrapUpSeconds: fc.nat(300) }, { requiredKeys: [] }),
  "case.no_show": nothing,
  "case.abandoned": nothing,
  "case.cancelled": nothing,
  "feedback.given": fc.record({ treated: fc.integer({ min: 1, max: 5 }) }),
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const agentData = {
  "agent.signed_in": fc.record({
    site,
    skills: fc.array(fc.record({ service, level: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
  }),
  "agent.state_changed": fc.record({ state: fc.constantFrom("available", "paused", "back_office") }),
  "agent.signed_out": nothing,
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const backupData = {
  "backup.requested": fc.record({ site, service, agent, by, expiresAt: fc.constant("2026-03-02T09:05:00Z") }),
  "backup.accepted": nothing,
  "backup.declined": fc.record({ reason }, { requiredKeys: [] }),
  "backup.expired": nothing,
  "backup.arrived": nothing,
  "backup.released": nothing,
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const queueData = {
  "queue.observed": fc.record({ site, service, channel, peopleWaiting: fc.nat(50) }),
  "reply.sent": fc.record({ service, text: fc.constant("Bonjour") }),
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

/** A story about few subjects within a few hours, with many events at the same instant. */
export function storyOf({ maxEvents }: { readonly maxEvents: number }): fc.Arbitrary<VigieEvent[]> {
  const kinds = fc.oneof(
    { arbitrary: kindOf(caseData, ["c1", "c2", "c3"]), weight: 6 },
    { arbitrary: kindOf(agentData, ["alice", "c1"]), weight: 1 },
    { arbitrary: kindOf(backupData, ["b1", "c2"]), weight: 1 },
    { arbitrary: kindOf(queueData, ["q1"]), weight: 1 },
  );
  const source = fc.constantFrom("urn:test:a", "urn:test:b");
  const minute = fc.oneof(fc.nat(6), fc.nat(200));
  return fc.array(fc.tuple(kinds, source, minute), { minLength: 1, maxLength: maxEvents }).map((parts) =>
    parts.map(
      ([{ type, subject, data }, from, minutes], index) =>
        event(type, subject, morningMs + minutes * 60_000, data, {
          id: `e${index}`,
          source: from,
        }) as VigieEvent,
    ),
  );
}

function kindOf(
  dataByType: Partial<Record<EventType, fc.Arbitrary<EventData>>>,
  subjects: readonly string[],
): fc.Arbitrary<{ type: EventType; subject: string; data: EventData }> {
  const kinds = Object.entries(dataByType).map(([type, data]) =>
    fc.record({ type: fc.constant(type as EventType), subject: fc.constantFrom(...subjects), data }),
  );
  return fc.oneof(...kinds);
}
