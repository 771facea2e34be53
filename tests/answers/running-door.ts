/** The real door on a real store, on a free port; all is gone after the test. */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { createAnswerDoor } from "../../electron/answers/answer-server.ts";
import { type AnswerDesk, createAnswerDesk } from "../../electron/services/answer.ts";
import { type BackupService, createBackup } from "../../electron/services/backup.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import type { BackupCall } from "../../shared/domain/backup.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "../services/steady-clock.ts";

export const startMs = Date.UTC(2026, 10, 24, 9, 40);
export const minuteMs = 60_000;

export interface RunningDoor {
  readonly port: number;
  readonly store: Store;
  readonly backup: BackupService;
  readonly desk: AnswerDesk;
  readonly clock: ReturnType<typeof steadyClock>;
  /** A call for Inès, and the path of its link. */
  readonly call: BackupCall;
  readonly path: string;
  readonly url: string;
  stateOf(): Promise<BackupCall["state"] | undefined>;
}

export async function openDoor(limit?: { max: number; timeWindowMs: number }): Promise<RunningDoor> {
  const store = await temporaryStore();
  const clock = steadyClock(startMs);
  const log = createLog((line) => {
    throw new Error(line);
  });
  const backup = createBackup(
    store,
    clock,
    () => "Claire",
    () => 5,
    async () => null,
    log,
  );
  await store.putDirectory({
    sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
    services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
    roster: [
      {
        agentId: "ines",
        name: "Inès <V.>",
        siteId: "main",
        skills: [{ serviceId: "passports", level: 2 }],
        travelMinutes: 3,
      },
    ],
  });
  const [call] = await backup.request({
    siteId: "main",
    serviceId: "passports",
    agentIds: ["ines"],
    untilMs: startMs + 60 * minuteMs,
    message: "Guichet 4 <script>alert(1)</script>",
    channels: [],
    inTurn: null,
  });
  if (call === undefined) throw new Error("no call");
  const desk = createAnswerDesk(store, backup, clock, randomBytes(32));
  const door = createAnswerDoor(desk, log, limit);
  const port = await freePort();
  await door.open({ address: "127.0.0.1", port });
  onTestFinished(() => door.close());
  const path = `/answer/${desk.token(call)}`;
  return {
    port,
    store,
    backup,
    desk,
    clock,
    call,
    path,
    url: `${door.url}${path}`,
    stateOf: async () => (await store.backupCall(call.id))?.state,
  };
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
