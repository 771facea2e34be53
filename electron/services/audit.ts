/** The audit: an entry for each look at one person's record and for each export. */
import type { AuditDraft, AuditEntry } from "../../shared/domain/audit.ts";
import type { AuditStore } from "../store/audit-store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";

export interface AuditService {
  /** Writes down what the one who asks sees or takes away; what is seen must wait for it. */
  record(draft: AuditDraft): Promise<void>;
  /** Who looked at an agent's record, newest first, at most 200. */
  viewsOf(agentId: string): Promise<AuditEntry[]>;
  /** The newest entries, and the numbers of those that were tampered with. */
  list(limit: number): Promise<{ total: number; entries: AuditEntry[]; breaks: number[] }>;
}

/** Makes the audit of a store. */
export function createAudit(
  store: AuditStore,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): AuditService {
  return {
    record: (draft) => store.addAuditEntry(draft, access.actor().name, clock.nowMs()),
    list: async (limit) => ({ ...(await store.auditEntries(limit)), breaks: await store.auditBreaks() }),
    viewsOf: (agentId) => store.auditOf(agentId),
  };
}
