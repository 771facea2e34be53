/**
 * Who may see the console in a browser: whoever started it. The start prints an address with a launch
 * token in its fragment, which browsers never send on. The page trades it, once, for a cookie.
 *
 * Both are signed with a key of the data folder, so that a restart logs nobody out, and so that a
 * second start can open a window of the console that is running already.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { consoleSeat, type Seat } from "../../shared/domain/seat.ts";
import { Fault } from "../../shared/faults.ts";
import { parseJson } from "../http/json-body.ts";
import { readPrivateFile, writePrivateFile } from "../http/private-file.ts";
import type { GuardedServer } from "../http/server.ts";

const keyFile = "session-key";
const wellFormedKey = /^[0-9a-f]{64}$/;

/** How long a launch token and a session are valid. */
const validMs = 12 * 60 * 60 * 1_000;
const attemptsPerMinute = 60;

export interface Sessions {
  /** A token for the fragment of the launch address; works once. */
  launchToken(): string;
  /** A session for a launch token; null where it is wrong, too old or used already. */
  redeem(launchToken: string): string | null;
  /** Where whoever has the session sits; null where it is not ours or too old. */
  seatOf(session: string): Seat | null;
  /** A session for a page that the console itself opens, to print it. */
  ownSession(): string;
}

/** Opens the sessions of a data folder; `now` gives milliseconds since 1970 UTC. */
export function openSessions(dataFolder: string, now: () => number = Date.now): Sessions {
  const key = openKey(join(dataFolder, keyFile));
  const openedAtMs = now();
  const used = new Set<string>();

  function issue(purpose: Purpose): string {
    const body = `${now()}.${randomBytes(16).toString("base64url")}`;
    return `${body}.${sign(key, purpose, body)}`;
  }

  /** When the token was issued; null where it is not ours or too old. */
  function issuedAtMs(token: string, purpose: Purpose): number | null {
    const [, body = "", atMs = "", signature = ""] = /^((\d+)\.[\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
    const expected = Buffer.from(sign(key, purpose, body));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const ageMs = now() - Number(atMs);
    return ageMs < validMs ? Number(atMs) : null;
  }

  return {
    launchToken: () => issue("launch"),
    redeem(token) {
      const atMs = issuedAtMs(token, "launch");
      // Which tokens were used before a restart is not known any more, so none of them counts.
      if (atMs === null || atMs < openedAtMs || used.has(token)) return null;
      used.add(token);
      return issue("session");
    },
    seatOf(session) {
      if (issuedAtMs(session, "print") !== null) return consoleSeat;
      // Names the session without giving it away.
      const seat = createHash("sha256").update(session).digest("base64url");
      return issuedAtMs(session, "session") === null ? null : seat;
    },
    ownSession: () => issue("print"),
  };
}

/** Adds `POST /session`, which trades a launch token for the session's cookie. */
export function registerSession(server: GuardedServer, sessions: Sessions): void {
  server.addRoutes((app) => {
    app.addContentTypeParser(
      "application/json",
      { parseAs: "buffer" },
      async (_request: unknown, body: Buffer) => parseJson(body),
    );
    app.post("/session", {
      config: { rateLimit: { max: attemptsPerMinute, timeWindow: 60_000 } },
      handler: async (request, reply) => {
        const body = bodySchema.safeParse(request.body);
        const session = body.success ? sessions.redeem(body.data.token) : null;
        if (session === null) {
          throw new Fault(
            "unauthorised",
            "This launch address was used already or is too old. Start Vigie again: it opens a new one.",
          );
        }
        reply.header(
          "set-cookie",
          `${cookieName(server.port)}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${validMs / 1_000}`,
        );
        return reply.code(204).send();
      },
    });
  });
}

/** The cookie of a new session, for a page that the console itself opens. */
export function ownSession(sessions: Sessions, port: number): { name: string; value: string } {
  return { name: cookieName(port), value: sessions.ownSession() };
}

/** The session that a request's Cookie header names; undefined where there is none. */
export function sessionOf(cookieHeader: string | undefined, port: number | null): string | undefined {
  const prefix = `${cookieName(port)}=`;
  return (cookieHeader ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}

const bodySchema = z.object({ token: z.string().max(200) });

type Purpose = "launch" | "session" | "print";

/** Browsers share cookies between the ports of one machine; two consoles must not log each other out. */
function cookieName(port: number | null): string {
  return `vigie_session_${port ?? 0}`;
}

function openKey(path: string): Buffer {
  const kept = readPrivateFile(path);
  if (kept !== undefined && wellFormedKey.test(kept)) return Buffer.from(kept, "hex");
  const key = randomBytes(32);
  writePrivateFile(path, `${key.toString("hex")}\n`);
  return key;
}

function sign(key: Buffer, purpose: Purpose, body: string): string {
  return createHmac("sha256", key).update(`${purpose}:${body}`).digest("base64url");
}
