/** Served legs of a period, with what the log says of their case: which visit it was, and where it went next. */
import type { HandleCount, KnowledgeGapQuery, ServedLeg } from "../../../shared/domain/knowledge-gap.ts";
import type { KnowledgeGapStore } from "../knowledge-gap-store.ts";
import type { Engine } from "./engine.ts";

/** So much is read at once. */
const batchMs = 24 * 60 * 60 * 1000;

interface Period {
  readonly from: number;
  readonly to: number;
  readonly site: string | null;
}

/** The part of the port that is about knowledge that is missing. */
export function createKnowledgeGapStore(engine: Engine): KnowledgeGapStore {
  const { db } = engine;
  const ofPeriod = `
    leg.arrived_at_ms >= @from AND leg.arrived_at_ms < @to AND leg.served = 1
    AND (@site IS NULL OR queue.site_id = @site)`;
  // A case has one arrival; a leg was passed on where the same case has another one after it.
  const served = db.prepare<[Period], ServedLeg>(`
    SELECT leg.case_id AS caseId, queue.site_id AS siteId, queue.service_id AS serviceId,
      leg.arrived_at_ms AS arrivedAtMs, leg.handle_ms AS handleMs,
      (SELECT json_extract(data, '$.ticket') FROM event
        WHERE subject = leg.case_id AND type = 'case.arrived' LIMIT 1) AS ticket,
      CASE WHEN leg.position = 0 THEN
        (SELECT ifnull(json_extract(data, '$.visit'), 1) FROM event
          WHERE subject = leg.case_id AND type = 'case.arrived' LIMIT 1)
      END AS visit,
      (SELECT next_queue.service_id FROM leg AS next JOIN queue AS next_queue ON next_queue.number = next.queue
        WHERE next.arrived_at_ms = json_extract(case_state.leg_arrivals, '$[' || (leg.position + 1) || ']')
          AND next.case_id = leg.case_id AND next.position = leg.position + 1) AS nextServiceId
    FROM leg JOIN queue ON queue.number = leg.queue JOIN case_state ON case_state.id = leg.case_id
    WHERE ${ofPeriod}
    ORDER BY leg.arrived_at_ms, leg.case_id, leg.position`);
  const handled = db.prepare<[Period], HandleCount>(`
    SELECT queue.service_id AS serviceId, CAST(round(leg.handle_ms / 1000.0) AS INTEGER) AS handleSeconds,
      count(*) AS count
    FROM leg JOIN queue ON queue.number = leg.queue
    WHERE ${ofPeriod} AND leg.handle_ms IS NOT NULL
    GROUP BY 1, 2`);
  return {
    async *servedLegs({ fromMs, toMs, siteId }) {
      for (let from = fromMs; from < toMs; from += batchMs) {
        const to = Math.min(from + batchMs, toMs);
        const batch = await engine.read(() => served.all({ from, to, site: siteId }));
        if (batch.length > 0) yield batch;
        // Reading is done at once; whoever waits for the store gets their turn here.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
    handleCounts: ({ fromMs, toMs, siteId }: KnowledgeGapQuery) =>
      engine.read(() => handled.all({ from: fromMs, to: toMs, site: siteId })),
  };
}
