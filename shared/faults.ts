/**
 * The closed list of things that can go wrong and that a person can do something about.
 *
 * A fault is a value: services return or throw it, hosts carry it unchanged, screens show the
 * sentence of their catalogue for its code. What is not in this list becomes `internal`, with the
 * id under which the log keeps the details.
 */
import { z } from "zod";

export const faultCodes = [
  "invalid_input",
  "not_found",
  "case_not_waiting",
  "case_changed",
  "agent_not_qualified",
  "agent_not_present",
  "agent_in_service",
  "backup_already_answered",
  "undo_expired",
  "payload_mismatch",
  "unknown_event_type",
  "unauthorised",
  "forbidden",
  "too_large",
  "too_many_requests",
  "unsupported_media_type",
  "file_unreadable",
  "mapping_invalid",
  "store_full",
  "store_damaged",
  "store_newer",
  "store_owned",
  "store_unreadable",
  "port_taken",
  "source_unreachable",
  "print_unavailable",
  "internal",
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** What a fault looks like on every wire (contract, HTTP feed, `--json`). */
export const faultSchema = z.object({
  code: z.enum(faultCodes),
  /** One English sentence: what happened, what was kept, what to do next. */
  message: z.string(),
  /** Facts that the sentence names, for catalogues and machines. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export type FaultValue = z.infer<typeof faultSchema>;

/** An expected fault, thrown where a result type would only be passed on. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly data: FaultValue["data"];

  constructor(code: FaultCode, message: string, data: FaultValue["data"] = {}) {
    super(message);
    this.name = "Fault";
    this.code = code;
    this.data = data;
  }

  /** The fault as plain data, fit for any wire. */
  toValue(): FaultValue {
    return { code: this.code, message: this.message, data: this.data };
  }
}
