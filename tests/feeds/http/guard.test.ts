import { describe, expect, test } from "vitest";
import { sendRaw } from "./raw-http.ts";
import { arrival, heldBy, runFeed } from "./running-feed.ts";

const body = JSON.stringify(arrival("1"));

/** A correct post of one event, whose Host lines and further lines can be replaced. */
function postLines(token: string, hostLines: readonly string[], more: readonly string[] = []): string[] {
  return [
    "POST /v1/events HTTP/1.1",
    ...hostLines,
    `Authorization: Bearer ${token}`,
    "Content-Type: application/cloudevents+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...more,
  ];
}

describe("Host", () => {
  test.each([
    ["another name", (port: number) => [`Host: evil.example:${port}`]],
    ["a name that ends in ours", (port: number) => [`Host: evil.localhost:${port}`]],
    ["localhost with a dot", (port: number) => [`Host: localhost.:${port}`]],
    ["another port", (port: number) => [`Host: 127.0.0.1:${port + 1}`]],
    ["no port", () => ["Host: 127.0.0.1"]],
    ["none at all", () => []],
    ["an empty one", () => ["Host:"]],
    ["two", (port: number) => [`Host: 127.0.0.1:${port}`, "Host: evil.example"]],
    ["two equal ones", (port: number) => [`Host: 127.0.0.1:${port}`, `Host: 127.0.0.1:${port}`]],
    ["another loopback address", (port: number) => [`Host: 127.0.0.2:${port}`]],
    ["the IPv6 loopback", (port: number) => [`Host: [::1]:${port}`]],
    ["the address as a number", (port: number) => [`Host: 2130706433:${port}`]],
  ])("%s is refused", async (_name, hostLines) => {
    const feed = await runFeed();
    const answer = await sendRaw(feed.port, postLines(feed.token.value(), hostLines(feed.port)), body);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ fault: { code: "forbidden", data: { field: "host" } } });
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });

  test.each(["127.0.0.1", "localhost"])("%s with the port is taken", async (name) => {
    const feed = await runFeed();
    const lines = postLines(feed.token.value(), [`Host: ${name}:${feed.port}`]);
    expect((await sendRaw(feed.port, lines, body)).status).toBe(202);
  });

  test("an absolute URL in the request line is refused, whatever its host", async () => {
    const feed = await runFeed();
    const [, ...lines] = postLines(feed.token.value(), [`Host: 127.0.0.1:${feed.port}`]);
    const first = `POST http://127.0.0.1:${feed.port}/v1/events HTTP/1.1`;
    expect((await sendRaw(feed.port, [first, ...lines], body)).status).toBe(403);
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });
});

describe("Origin", () => {
  test.each([
    ["another site", () => ["Origin: https://evil.example"]],
    ["null", () => ["Origin: null"]],
    ["an empty one", () => ["Origin:"]],
    ["another port", (port: number) => [`Origin: http://127.0.0.1:${port + 1}`]],
    ["no port", () => ["Origin: http://127.0.0.1"]],
    ["https", (port: number) => [`Origin: https://127.0.0.1:${port}`]],
    ["a file", () => ["Origin: file://"]],
    ["an extension", () => ["Origin: chrome-extension://abcdefghijklmnop"]],
    ["a name that begins like ours", (port: number) => [`Origin: http://127.0.0.1:${port}.evil.example`]],
    ["ours with a dot", (port: number) => [`Origin: http://localhost.:${port}`]],
    ["ours with a path", (port: number) => [`Origin: http://localhost:${port}/`]],
    [
      "ours and another",
      (port: number) => [`Origin: http://localhost:${port}`, "Origin: https://evil.example"],
    ],
    ["none, from another site", () => ["Sec-Fetch-Site: cross-site"]],
    ["none, from another port of this machine", () => ["Sec-Fetch-Site: same-site"]],
  ])("%s is refused", async (_name, originLines) => {
    const feed = await runFeed();
    const host = [`Host: 127.0.0.1:${feed.port}`];
    const answer = await sendRaw(
      feed.port,
      postLines(feed.token.value(), host, originLines(feed.port)),
      body,
    );
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({
      fault: { code: "forbidden", data: { field: "origin" } },
    });
    expect(answer.head.toLowerCase()).not.toContain("access-control-");
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });

  test("the preflight of another site gets no permission", async () => {
    const feed = await runFeed();
    const answer = await sendRaw(feed.port, [
      "OPTIONS /v1/events HTTP/1.1",
      `Host: 127.0.0.1:${feed.port}`,
      "Origin: https://evil.example",
      "Access-Control-Request-Method: POST",
    ]);
    expect(answer.status).toBe(403);
    expect(answer.head.toLowerCase()).not.toContain("access-control-");
  });

  test("a link from another site to a page is followed", async () => {
    const feed = await runFeed();
    const answer = await sendRaw(feed.port, [
      "GET /v1/openapi.json HTTP/1.1",
      `Host: 127.0.0.1:${feed.port}`,
      "Sec-Fetch-Site: cross-site",
      "Sec-Fetch-Mode: navigate",
      "Sec-Fetch-Dest: document",
      "Connection: close",
    ]);
    expect(answer.status).toBe(200);
  });
});

test("an ordinary form of another site changes nothing, even with the right token in it", async () => {
  const feed = await runFeed();
  for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]) {
    for (const origin of [[], ["Origin: https://evil.example"]]) {
      const lines = [
        "POST /v1/events HTTP/1.1",
        `Host: 127.0.0.1:${feed.port}`,
        `Authorization: Bearer ${feed.token.value()}`,
        `Content-Type: ${type}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        "Connection: close",
        ...origin,
      ];
      expect((await sendRaw(feed.port, lines, body)).status).toBe(origin.length === 0 ? 415 : 403);
    }
  }
  expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
});

test("every answer carries the security headers, refused or not", async () => {
  const feed = await runFeed();
  const host = `Host: 127.0.0.1:${feed.port}`;
  const answers = await Promise.all([
    sendRaw(feed.port, ["GET /v1/openapi.json HTTP/1.1", host, "Connection: close"]),
    sendRaw(feed.port, ["GET /nothing HTTP/1.1", host, "Connection: close"]),
    sendRaw(feed.port, ["GET /%zz HTTP/1.1", host, "Connection: close"]),
    sendRaw(feed.port, ["GET / HTTP/1.1", "Host: evil.example"]),
    sendRaw(feed.port, ["this is not HTTP"]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 400, 403, 400]);
  for (const { head } of answers) {
    expect(head).toContain("content-security-policy: default-src 'none'; script-src 'self';");
    expect(head).not.toContain("unsafe");
    expect(head).toContain("x-content-type-options: nosniff");
    expect(head).toContain("referrer-policy: no-referrer");
  }
});

test("headers that never end are refused for their size", async () => {
  const feed = await runFeed();
  const answer = await sendRaw(feed.port, ["GET / HTTP/1.1", `X-Long: ${"x".repeat(40_000)}`]);
  expect(answer.status).toBe(431);
  expect(JSON.parse(answer.body)).toMatchObject({ fault: { code: "too_large" } });
});
