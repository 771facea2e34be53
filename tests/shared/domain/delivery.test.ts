import { describe, expect, it } from "vitest";
import { afterFailure, afterSuccess, newDelivery } from "../../../shared/domain/delivery.ts";

const nowMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;
const unreachable = { reason: "no_connection", status: null } as const;

describe("a delivery that fails", () => {
  it("is tried again after 5 s, 30 s, 2 min and 10 min, then every 10 min", () => {
    let delivery = newDelivery({ id: "c", expiresAtMs: nowMs + 60 * minuteMs }, "email", nowMs);
    const pauses = [];
    for (let count = 0; count < 5; count += 1) {
      delivery = afterFailure(delivery, unreachable, nowMs);
      pauses.push(((delivery.nextAttemptAtMs ?? 0) - nowMs) / 1_000);
    }
    expect(pauses).toEqual([5, 30, 120, 600, 600]);
    expect(delivery).toMatchObject({ state: "waiting", attempts: 5, lastFailure: unreachable });
  });

  it("is given up once the next attempt would come after the time to answer", () => {
    const delivery = newDelivery({ id: "c", expiresAtMs: nowMs + 4_000 }, "email", nowMs);
    expect(afterFailure(delivery, unreachable, nowMs)).toMatchObject({
      state: "failed",
      nextAttemptAtMs: null,
      endedAtMs: nowMs,
    });
  });

  it.each([
    ["an unknown mailbox", { reason: "recipient_refused", status: 550 }, "failed"],
    ["a server that asks to come again", { reason: "recipient_refused", status: 450 }, "waiting"],
    ["no address at all", { reason: "no_address", status: null }, "failed"],
    ["a wrong password, which may be mended meanwhile", { reason: "login_refused", status: 535 }, "waiting"],
  ] as const)("%s: %j → %s", (_name, failure, state) => {
    const delivery = newDelivery({ id: "c", expiresAtMs: nowMs + 60 * minuteMs }, "email", nowMs);
    expect(afterFailure(delivery, failure, nowMs).state).toBe(state);
  });

  it("keeps what went wrong before it arrived", () => {
    const delivery = newDelivery({ id: "c", expiresAtMs: nowMs + minuteMs }, "webhook", nowMs);
    const sent = afterSuccess(afterFailure(delivery, unreachable, nowMs), nowMs + 5_000);
    expect(sent).toMatchObject({ state: "sent", attempts: 2, endedAtMs: nowMs + 5_000 });
  });
});
