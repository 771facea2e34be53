/** What the store keeps of the audit: entries are added, never changed. */
import type { AuditDraft, AuditEntry } from "../../shared/domain/audit.ts";

export interface AuditStore {
  addAuditEntry(draft: AuditDraft, by: string, atMs: number): Promise<void>;
  /** Looks at an agent's record, newest first, at most 200. */
  auditOf(agentId: string): Promise<AuditEntry[]>;
  /** The newest entries first. */
  auditEntries(limit: number): Promise<{ total: number; entries: AuditEntry[] }>;
  /** Numbers of entries that do not follow from the one before; empty where nothing was tampered with. */
  auditBreaks(): Promise<number[]>;
}
