/** A small ZMS: a real server that answers for the queues of its scopes in its own format. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Words that a version of ZMS might add to a row; none of them may ever lie on disk. */
export const personal = {
  familyName: "Müller-Lüdenscheidt",
  email: "mueller@example.de",
  amendment: "Diabetes",
};

export interface Row {
  number: string | number;
  status: string;
  arrivalTime: number;
  callTime: number;
  callCount: string | number;
  waitingTime: number | string | null;
  wayTime: number | string | null;
  withAppointment: boolean | number | string;
  priority?: number | string | null;
}

export type Mood =
  | "well"
  | "status 500"
  | "silent"
  | "garbage"
  | "another api"
  | "redirected"
  | "huge"
  | "error";

export interface Zms {
  readonly url: string;
  readonly accessKey: string;
  /** What its clock shows. */
  nowMs: number;
  mood: Mood;
  readonly scopes: Map<string, Row[]>;
  readonly questions: { readonly path: string; readonly key: string | undefined }[];
  /** Whether the rows are written as a list or as an object, as both happen. */
  writesObjects: boolean;
}

export function row(number: string | number, arrivedMs: number, more: Partial<Row> = {}): Row {
  return {
    number,
    status: "queued",
    arrivalTime: arrivedMs / 1_000,
    callTime: 0,
    callCount: "0",
    waitingTime: 0,
    wayTime: null,
    withAppointment: false,
    ...more,
  };
}

export async function openZms(nowMs: number): Promise<Zms> {
  const server = createServer((request, response) => {
    const { "x-authkey": key } = request.headers;
    zms.questions.push({ path: request.url ?? "", key: typeof key === "string" ? key : undefined });
    answer(zms, request.url ?? "", zms.questions.at(-1)?.key, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const zms: Zms = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/terminvereinbarung/api/2`,
    accessKey: "a-secret-key-0815",
    nowMs,
    mood: "well",
    scopes: new Map(),
    questions: [],
    writesObjects: true,
  };
  return zms;
}

function answer(zms: Zms, path: string, key: string | undefined, response: ServerResponse): void {
  const send = (status: number, body: string, headers: Record<string, string> = {}) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  switch (zms.mood) {
    case "status 500":
      return void send(500, '{"meta":{"error":true}}');
    case "silent":
      return;
    case "garbage":
      return void send(200, "<html>Wartungsarbeiten</html>");
    case "another api":
      return void send(200, '{"offices":[]}');
    case "redirected":
      return void send(302, "", { location: `${zms.url}/elsewhere/` });
    case "huge":
      return void send(200, " ".repeat(9 * 1_048_576));
    default:
      break;
  }
  if (key !== zms.accessKey) return void send(401, '{"meta":{"error":true}}');
  const scopeId = /\/scope\/(\d+)\/queue\/$/.exec(path)?.[1] ?? "";
  const rows = zms.scopes.get(scopeId);
  if (rows === undefined) return void send(404, '{"meta":{"error":true}}');
  const entries = rows.map((one) => ({
    $schema: "https://schema.berlin.de/queuemanagement/queue.json",
    destination: "Ausgabe",
    destinationHint: null,
    lastCallTime: 0,
    waitingTimeEstimate: 15,
    ...one,
    process: { clients: [personal], amendment: personal.amendment },
  }));
  const meta = {
    $schema: "https://schema.berlin.de/queuemanagement/metaresult.json",
    error: zms.mood === "error",
    generated: new Date(zms.nowMs + 3_600_000).toISOString().replace(/\.\d+Z$/, "+01:00"),
    server: "Zmsapi-ENV",
  };
  const data = zms.writesObjects ? { ...entries } : entries;
  send(200, JSON.stringify({ $schema: zms.url, meta, data }));
}
