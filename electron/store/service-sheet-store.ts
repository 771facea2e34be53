/** What the store keeps of service sheets: every wording, and the words of the last one. */
import type { ServiceSheet, ServiceSheetDraft } from "../../shared/domain/service-sheet.ts";

export interface ServiceSheetStore {
  /** The last wording of each sheet, in the order of the services' keys. */
  serviceSheets(): Promise<ServiceSheet[]>;
  serviceSheet(serviceId: string): Promise<ServiceSheet | undefined>;
  /** Services whose sheet has all words of a text, the best match first; none for a text without words. */
  findServiceSheets(text: string): Promise<string[]>;
  /**
   * Replaces the wording of `version` (0: there was none); the earlier one stays in the history.
   *
   * @throws Fault `case_changed` where another wording was saved since
   */
  saveServiceSheet(
    draft: ServiceSheetDraft,
    version: number,
    author: string,
    atMs: number,
  ): Promise<ServiceSheet>;
  /** Every wording, the newest first. */
  serviceSheetHistory(serviceId: string): Promise<ServiceSheet[]>;
}
