/** Faults as HTTP answers: always JSON, always `{fault: {code, message, data}}`. */
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Fault, FaultCode } from "../../shared/faults.ts";

const statusByCode: Partial<Record<FaultCode, number>> = {
  invalid_input: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  unsupported_media_type: 415,
  unknown_event_type: 422,
  payload_mismatch: 422,
  too_many_requests: 429,
  internal: 500,
  store_unreadable: 503,
  store_full: 507,
};

/** The HTTP status that goes with a fault. */
export function statusOf(code: FaultCode): number {
  return statusByCode[code] ?? 500;
}

/** Headers that every answer carries: nothing may be framed, sniffed, embedded or referred to. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** A fault as the body of an answer. */
export function faultBody(fault: Fault): string {
  return JSON.stringify({ fault: fault.toValue() });
}

/** Answers on a bare connection, where no response object exists, and ends it. */
export function refuseConnection(socket: Duplex, fault: Fault, status = statusOf(fault.code)): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = faultBody(fault);
  const headers = {
    ...securityHeaders,
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head.join("")}\r\n${body}`);
}
