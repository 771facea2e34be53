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
const action = fc.constantFrom("a1", "a2", "a3");
/** Told by a feed, or done by a person in the console. */
const mayBeDone = fc.oneof(nothing, fc.record({ by, action }));

const caseData = {
  "case.arrived": fc.record({ site, service, channel }),
  "case.queued": fc.oneof(fc.record({ service }, { requiredKeys: [] }), fc.record({ by, action })),
  "case.called": fc.record({ agent }, { requiredKeys: [] }),
  "case.recalled": nothing,
  "case.started": fc.record({ agent }, { requiredKeys: [] }),
  "case.held": mayBeDone,
  "case.resumed": mayBeDone,
  "case.transferred": fc.record({ toService: service, toAgent: agent }, { requiredKeys: ["toService"] }),
  "case.reassigned": fc.record({ toService: service, reason, by, action }),
  "case.prioritised": fc.oneof(
    fc.record({ priority: fc.nat(9) }),
    fc.record({ priority: fc.nat(2), by, action }),
  ),
  "case.undone": fc.record({ undoes: action, by }),
  "case.completed": fc.record({ wrapUpSeconds: fc.nat(300) }, { requiredKeys: [] }),
  "case.no_show": nothing,
  "case.abandoned": nothing,
  "case.cancelled": nothing,
  "feedback.given": fc.record(
    { treated: fc.integer({ min: 1, max: 5 }), solved: fc.boolean() },
    { requiredKeys: ["treated"] },
  ),
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const agentData = {
  "agent.signed_in": fc.record({
    site,
    skills: fc.array(fc.record({ service, level: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
  }),
  "agent.state_changed": fc.record({
    state: fc.constantFrom("available", "serving", "paused", "back_office"),
  }),
  "agent.assigned": fc.record({
    services: fc.option(fc.uniqueArray(service, { minLength: 1, maxLength: 2 })),
    by,
  }),
  "agent.signed_out": nothing,
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const backupData = {
  "backup.requested": fc.record({ site, service, agent, by, expiresAt: fc.constant("2026-03-02T09:05:00Z") }),
  "backup.accepted": nothing,
  "backup.declined": fc.record({ reason }, { requiredKeys: [] }),
  "backup.expired": nothing,
  "backup.arrived": nothing,
  "backup.released": nothing,
  "backup.cascade_ended": fc.record({ because: fc.constantFrom("stopped", "nobody_left") }),
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const queueData = {
  "queue.observed": fc.record({ site, service, channel, peopleWaiting: fc.nat(50) }),
  "reply.sent": fc.record({ service, text: fc.constant("Bonjour") }),
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

const commitmentData = {
  "commitment.made": fc.record(
    {
      owner: agent,
      dueAt: fc.constantFrom("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z"),
      what: fc.constant("Rappeler"),
      case: fc.constantFrom("c1", "c2"),
      service,
    },
    { requiredKeys: ["owner", "dueAt", "what"] },
  ),
  "commitment.kept": fc.oneof(nothing, fc.record({ by })),
  "commitment.missed": nothing,
} as const satisfies { [T in EventType]?: fc.Arbitrary<EventData<T>> };

/** A story about few subjects within a few hours, with many events at the same instant. */
export function storyOf({ maxEvents }: { readonly maxEvents: number }): fc.Arbitrary<VigieEvent[]> {
  const kinds = fc.oneof(
    { arbitrary: kindOf(caseData, ["c1", "c2", "c3"]), weight: 6 },
    { arbitrary: kindOf(agentData, ["alice", "c1"]), weight: 1 },
    { arbitrary: kindOf(backupData, ["b1", "c2"]), weight: 1 },
    { arbitrary: kindOf(queueData, ["q1"]), weight: 1 },
    { arbitrary: kindOf(commitmentData, ["p1", "c1"]), weight: 1 },
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
