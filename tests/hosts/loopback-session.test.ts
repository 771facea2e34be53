import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSessions, registerSession, type Sessions, sessionOf } from "../../electron/hosts/session.ts";
import { createGuardedServer } from "../../electron/http/server.ts";

const hourMs = 60 * 60 * 1_000;

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-session-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function redeemed(sessions: Sessions): string {
  const session = sessions.redeem(sessions.launchToken());
  if (session === null) throw new Error("a fresh launch token was refused");
  return session;
}

test("a launch token works once", () => {
  const sessions = openSessions(folderForTest());
  const token = sessions.launchToken();
  const session = sessions.redeem(token);
  expect(session !== null && sessions.seatOf(session) !== null).toBe(true);
  expect(sessions.redeem(token)).toBeNull();
});

test("a restart logs nobody out, but ends launch tokens that were printed before", () => {
  const folder = folderForTest();
  let nowMs = 1_800_000_000_000;
  const before = openSessions(folder, () => nowMs);
  const session = redeemed(before);
  const printed = before.launchToken();
  nowMs += 1_000;
  const after = openSessions(folder, () => nowMs);
  expect(after.seatOf(session) !== null).toBe(true);
  expect(after.redeem(printed)).toBeNull();
});

test("a second start can open the console that is running", () => {
  const folder = folderForTest();
  const running = openSessions(folder);
  expect(running.redeem(openSessions(folder).launchToken())).not.toBeNull();
});

test("sessions and launch tokens end after twelve hours", () => {
  let nowMs = 1_800_000_000_000;
  const sessions = openSessions(folderForTest(), () => nowMs);
  const session = redeemed(sessions);
  const token = sessions.launchToken();
  nowMs += 12 * hourMs - 1;
  expect(sessions.seatOf(session) !== null).toBe(true);
  nowMs += 1;
  expect(sessions.seatOf(session) !== null).toBe(false);
  expect(sessions.redeem(token)).toBeNull();
});

test("neither a changed token, nor one of another kind, nor one of another console is taken", () => {
  const sessions = openSessions(folderForTest());
  const session = redeemed(sessions);
  const launch = sessions.launchToken();
  const changed = session.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
  const foreign = redeemed(openSessions(folderForTest()));
  for (const candidate of ["", "..", changed, foreign, launch, `${session}x`]) {
    expect(sessions.seatOf(candidate) !== null).toBe(false);
  }
  expect(sessions.redeem(session)).toBeNull();
});

test.skipIf(process.platform === "win32")("the key can be read by its owner only", () => {
  const folder = folderForTest();
  openSessions(folder);
  expect(statSync(join(folder, "session-key")).mode & 0o777).toBe(0o600);
});

test("the page trades its launch token for a cookie that scripts and other sites never see", async () => {
  const server = createGuardedServer();
  const sessions = openSessions(folderForTest());
  registerSession(server, sessions);
  const { port } = await server.listen(0);
  onTestFinished(() => server.close());
  const trade = (token: unknown) =>
    fetch(`http://127.0.0.1:${port}/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
  const token = sessions.launchToken();
  const response = await trade(token);
  expect(response.status).toBe(204);
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^vigie_session_\d+=\S+; HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200$/);
  expect(sessions.seatOf(sessionOf(cookie, port) ?? "") !== null).toBe(true);
  for (const wrong of [token, "", 7, null]) {
    const refused = await trade(wrong);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("set-cookie")).toBeNull();
    expect(await refused.json()).toMatchObject({ fault: { code: "unauthorised" } });
  }
});

test("guessing launch tokens is slowed down", async () => {
  const server = createGuardedServer();
  registerSession(server, openSessions(folderForTest()));
  const { port } = await server.listen(0);
  onTestFinished(() => server.close());
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < 61; attempt += 1) {
    const { status } = await fetch(`http://127.0.0.1:${port}/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"token":"guess"}',
    });
    statuses.add(status);
  }
  expect([...statuses]).toEqual([401, 429]);
});
