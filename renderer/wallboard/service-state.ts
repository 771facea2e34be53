/** How a service stands, in one word for the wall. */
import type { FloorService } from "../../shared/domain/floor.ts";
import { shareLevel, waitLevel } from "../floor/judge.ts";
import type { Level } from "../ui/level.ts";

const severity: Record<Level, number> = { ok: 0, warn: 1, bad: 2 };

/** The worse of its longest wait and its service level. */
export function serviceState(service: FloorService, nowMs: number): Level {
  const wait =
    service.longestWaitSinceMs === null
      ? "ok"
      : waitLevel((nowMs - service.longestWaitSinceMs) / 1_000, service.targetSeconds);
  const share = shareLevel(service.levelNow, service.targetShare);
  return severity[wait] >= severity[share] ? wait : share;
}
