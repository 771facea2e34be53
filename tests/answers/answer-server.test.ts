import { describe, expect, it } from "vitest";
import { createAnswerDoor } from "../../electron/answers/answer-server.ts";
import { createLog } from "../../electron/services/log.ts";
import { sendRaw } from "../feeds/http/raw-http.ts";
import { freePort, minuteMs, openDoor, type RunningDoor, startMs } from "./running-door.ts";

const accept = "answer=accept&minutes=10";

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body,
  });

function rawPost(door: RunningDoor, more: readonly string[] = [], body = accept, path = door.path) {
  const isHost = (line: string) => line.toLowerCase().startsWith("host");
  const lines = [
    `POST ${path} HTTP/1.1`,
    ...(more.some(isHost) ? [] : [`Host: 127.0.0.1:${door.port}`]),
    ...more,
    ...(more.some((line) => line.startsWith("Content-Type"))
      ? []
      : ["Content-Type: application/x-www-form-urlencoded"]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  return sendRaw(door.port, lines, body);
}

/** The letter that differs in the lowest bit alone, which the bytes of a signature do not reach. */
function neighbourOf(letter: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return letters[letters.indexOf(letter) ^ 1] ?? "";
}

describe("the page to answer on", () => {
  it("says what is wanted, in the language of the phone, and changes nothing", async () => {
    const door = await openDoor();
    const french = await fetch(door.url, { headers: { "accept-language": "fr-FR,fr;q=0.9,en;q=0.8" } });
    const text = await french.text();
    expect(french.status).toBe(200);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain("Inès &lt;V.&gt;, on a besoin de vous");
    expect(text).toContain("Passeports, Hôtel de ville, jusqu’à 11:40");
    expect(text).toContain("Guichet 4 &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).toContain("Demandé par Claire à 10:40. Répondez avant 10:45.");
    const english = await (await fetch(door.url, { headers: { "accept-language": "de,en-GB" } })).text();
    expect(english).toContain("you are needed");
    expect(await door.stateOf()).toBe("requested");
  });

  it("takes a yes with the time until the arrival, in the person's own name", async () => {
    const door = await openDoor();
    const answer = await post(door.url, accept);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, door.path]);
    expect(await door.store.backupCall(door.call.id)).toMatchObject({
      state: "accepted",
      arrivesAtMs: startMs + 10 * minuteMs,
    });
    const events = await door.store.eventsOf(door.call.id);
    expect(events.at(-1)?.data).toMatchObject({ by: "ines" });
    const page = await (await fetch(door.url)).text();
    expect(page).toContain("Merci, c’est noté");
    expect(page).toContain("Vous êtes attendu vers 10:50.");
    expect(page).not.toContain("<form");
  });

  it("takes a no with its reason", async () => {
    const door = await openDoor();
    expect((await post(door.url, "reason=R%C3%A9union+%26+co&answer=decline")).status).toBe(303);
    expect(await door.store.backupCall(door.call.id)).toMatchObject({
      state: "declined",
      declineReason: "Réunion & co",
    });
  });

  it("counts once: a second answer is told what the first one was", async () => {
    const door = await openDoor();
    await post(door.url, accept);
    const again = await post(door.url, "answer=decline");
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Déjà répondu");
    expect(await door.stateOf()).toBe("accepted");
  });

  it("counts once where two devices answer at the same moment", async () => {
    const door = await openDoor();
    const answers = await Promise.all(
      [accept, "answer=decline", accept, "answer=decline"].map((body) => post(door.url, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(await door.store.backupCall(door.call.id)).toMatchObject({ version: 2 });
  });

  it("ends with the time to answer, also where the call is still to expire", async () => {
    const door = await openDoor();
    door.clock.advance(5 * minuteMs + 1);
    for (const answer of [await fetch(door.url), await post(door.url, accept)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain("Le temps de répondre est passé");
    }
    expect(await door.stateOf()).toBe("requested");
  });

  it("answers for nobody else: every change to a link makes it worthless", async () => {
    const door = await openDoor();
    const [subject = "", expiry = "", signature = ""] = door.desk.token(door.call).split(".");
    const other = { id: "another-call", expiresAtMs: door.call.expiresAtMs };
    const [otherSubject = ""] = door.desk.token(other).split(".");
    const forged = [
      `${otherSubject}.${expiry}.${signature}`,
      `${subject}.${(door.call.expiresAtMs + 3_600_000).toString(36)}.${signature}`,
      `${subject}.${expiry}.${signature.slice(0, -1)}${neighbourOf(signature.at(-1) ?? "")}`,
      `${subject}.${expiry}.`,
      `${subject}.${expiry}`,
      `${subject}.${expiry}.${signature}.`,
      door.desk.token(other),
      "x".repeat(400),
      "%00",
    ];
    for (const token of forged) {
      const answer = await rawPost(door, [], accept, `/answer/${token}`);
      expect([token, answer.status]).toEqual([token, 404]);
    }
    expect(await door.stateOf()).toBe("requested");
  });

  it.each([
    ["no answer", ""],
    ["an unknown answer", "answer=maybe"],
    ["minutes that were not offered", "answer=accept&minutes=7"],
    ["two answers", "answer=accept&minutes=10&answer=decline"],
    ["a reason that is too long", `answer=decline&reason=${"x".repeat(201)}`],
    ["a reason with control characters", "answer=decline&reason=a%0Ab"],
  ])("refuses %s", async (_name, body) => {
    const door = await openDoor();
    expect((await post(door.url, body)).status).toBe(400);
    expect(await door.stateOf()).toBe("requested");
  });
});

describe("the door to the local network", () => {
  it.each([
    ["another name", (port: number) => [`Host: evil.example:${port}`]],
    ["localhost, which is not the address chosen", (port: number) => [`Host: localhost:${port}`]],
    ["another port", (port: number) => [`Host: 127.0.0.1:${port + 1}`]],
    ["two hosts", (port: number) => [`Host: 127.0.0.1:${port}`, `Host: 127.0.0.1:${port}`]],
    ["an empty host", () => ["Host:"]],
    ["another page", () => ["Origin: https://evil.example"]],
    ["no page at all", () => ["Origin: null"]],
    ["a frame elsewhere", () => ["Sec-Fetch-Site: cross-site"]],
  ])("refuses %s, even with the right link", async (_name, lines) => {
    const door = await openDoor();
    const answer = await rawPost(door, lines(door.port));
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain("Inès");
    expect(await door.stateOf()).toBe("requested");
  });

  it("refuses an absolute address in the request line", async () => {
    const door = await openDoor();
    const answer = await rawPost(door, [], accept, `http://127.0.0.1:${door.port}${door.path}`);
    expect(answer.status).toBe(403);
    expect(await door.stateOf()).toBe("requested");
  });

  it("serves nothing of the console", async () => {
    const door = await openDoor();
    const paths = [
      "/",
      "/index.html",
      "/rpc",
      "/session",
      "/v1/events",
      "/v1/openapi.json",
      "/answer",
      "/answer/",
      "/answer/../v1/events",
      "/answer/%2e%2e/v1/events",
      "//answer/x",
      "/%zz",
    ];
    for (const path of paths) {
      const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${door.port}`, "Connection: close"];
      const { status, head } = await sendRaw(door.port, lines);
      expect([path, status]).toEqual([path, path === "/%zz" ? 400 : 404]);
      expect(head).toContain("default-src 'none'");
    }
  });

  it("opens no WebSocket", async () => {
    const door = await openDoor();
    const answer = await sendRaw(door.port, [
      "GET /rpc HTTP/1.1",
      `Host: 127.0.0.1:${door.port}`,
      `Origin: http://127.0.0.1:${door.port}`,
      "Upgrade: websocket",
      "Connection: Upgrade, close",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]);
    expect(answer.status).toBe(404);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])(
    "changes nothing by %s, whatever stands in the address",
    async (method) => {
      const door = await openDoor();
      const lines = [
        `${method} ${door.path}?answer=accept&minutes=10 HTTP/1.1`,
        `Host: 127.0.0.1:${door.port}`,
        "Connection: close",
      ];
      const { status } = await sendRaw(door.port, lines);
      expect(status).toBe(method === "GET" || method === "HEAD" ? 200 : 404);
      expect(await door.stateOf()).toBe("requested");
    },
  );

  it.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])(
    "takes no %s",
    async (type) => {
      const door = await openDoor();
      const answer = await rawPost(door, [`Content-Type: ${type}`]);
      expect(answer.status).toBe(415);
      expect(await door.stateOf()).toBe("requested");
    },
  );

  it("takes no more than 4 KB, and no headers without end", async () => {
    const door = await openDoor();
    const answer = await rawPost(door, [], `${accept}&reason=${"x".repeat(4_096)}`);
    expect(answer.status).toBe(413);
    const long = await sendRaw(door.port, ["GET / HTTP/1.1", `X-Long: ${"x".repeat(40_000)}`]);
    expect(long.status).toBe(400);
    expect(await door.stateOf()).toBe("requested");
  });

  it("slows down whoever asks too often", async () => {
    const door = await openDoor({ max: 3, timeWindowMs: 60_000 });
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push((await fetch(door.url)).status);
    expect(answers).toEqual([200, 200, 200, 429]);
  });

  it("tells every answer's reader to keep, frame, sniff and pass on nothing", async () => {
    const door = await openDoor();
    const { headers } = await fetch(door.url);
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("says why it can't be opened, and stays shut", async () => {
    const taken = await openDoor();
    const log = createLog(() => undefined);
    const door = createAnswerDoor(taken.desk, log);
    await expect(door.open({ address: "127.0.0.1", port: taken.port })).rejects.toMatchObject({
      code: "port_taken",
      data: { reason: "in_use" },
    });
    await expect(door.open({ address: "203.0.113.7", port: await freePort() })).rejects.toMatchObject({
      data: { reason: "no_such_address" },
    });
    expect(door.url).toBeNull();
  });
});
