/** Bodies of requests: strict UTF-8, strict JSON. */
import { Fault } from "../../shared/faults.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The JSON value of a body; undefined where it is empty.
 *
 * @throws Fault `invalid_input`: nothing of the body was kept
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    const reason = error instanceof SyntaxError ? withoutQuotation(error.message) : "not UTF-8";
    throw new Fault("invalid_input", `The body is not JSON in UTF-8 (${reason}). Nothing of it was kept.`);
  }
}

/** The engine quotes the body in its message; a quotation may hold a name. */
function withoutQuotation(message: string): string {
  return /at position \d+/.exec(message)?.[0] ?? "it ends too early";
}
