/** Asks a ZMS for the queue of a scope. Whatever goes wrong is one fault with a reason. */
import { Fault } from "../../../shared/faults.ts";
import { readQueue, type ZmsQueue } from "./queue.ts";

const maxBytes = 8 * 1_048_576;

export interface QueueQuestion {
  /** Where the API begins. */
  readonly url: string;
  readonly scopeId: string;
  readonly accessKey: string | undefined;
  readonly timeoutMs: number;
  /** Ends the question early: the connector is stopped. */
  readonly signal?: AbortSignal;
}

/** @throws Fault `source_unreachable`; its sentence and `reason` never hold the key or the answer */
export async function fetchQueue(question: QueueQuestion): Promise<ZmsQueue> {
  const { url, scopeId, accessKey, timeoutMs, signal } = question;
  const timeout = AbortSignal.timeout(timeoutMs);
  let bytes: Uint8Array;
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}/scope/${scopeId}/queue/`, {
      headers: { accept: "application/json", ...(accessKey === undefined ? {} : { "x-authkey": accessKey }) },
      // A redirection would take the key to an address that nobody entered.
      redirect: "manual",
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
    refuseStatus(response.status, scopeId);
    bytes = await readBody(response);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw timeout.aborted ? timedOut(timeoutMs) : noConnection();
  }
  return readQueue(parse(bytes));
}

function refuseStatus(status: number, scopeId: string): void {
  if (status === 200) return;
  if (status === 401 || status === 403) {
    throw fault(
      "refused",
      "ZMS refuses the access key. Enter the key of an account that may see this scope.",
      {
        status,
      },
    );
  }
  if (status === 404) {
    throw fault("unknown_scope", `ZMS knows no scope ${scopeId}. Check the address and the number.`, {
      status,
      scope: scopeId,
    });
  }
  throw fault("status", `ZMS answers with HTTP status ${status}. It is asked again after a pause.`, {
    status,
  });
}

async function readBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw fault("too_large", "The answer is larger than 8 MiB; it was left unread. Check the address.");
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw fault("not_json", "The answer is not JSON. Check that the address ends where the API begins.");
  }
}

function timedOut(timeoutMs: number): Fault {
  const seconds = timeoutMs / 1_000;
  return fault("timed_out", `ZMS did not answer within ${seconds} s. It is asked again after a pause.`);
}

function noConnection(): Fault {
  return fault(
    "no_connection",
    "ZMS can't be reached. Check the address and the network; it is asked again.",
  );
}

function fault(reason: string, sentence: string, data: Fault["data"] = {}): Fault {
  return new Fault("source_unreachable", `${sentence} What was taken in stays as it is.`, {
    reason,
    ...data,
  });
}
