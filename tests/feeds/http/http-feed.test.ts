import { request } from "node:http";
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from "cloudevents";
import { describe, expect, test } from "vitest";
import { eventTypes } from "../../../shared/domain/event.ts";
import { Fault } from "../../../shared/faults.ts";
import { arrival, heldBy, runFeed } from "./running-feed.ts";

const structured = "application/cloudevents+json";
const batched = "application/cloudevents-batch+json";
const binary = "application/json";

function sdkEvent(id: string): CloudEvent<Record<string, unknown>> {
  return new CloudEvent({
    id,
    source: "/reception/desk-1",
    type: "vigie.case.arrived",
    subject: `case-${id}`,
    time: "2026-11-24T08:00:00.000Z",
    data: { site: "hall", service: "passports", channel: "counter" },
  });
}

describe("the official CloudEvents client", () => {
  test.each([Mode.STRUCTURED, Mode.BINARY])("posts an event in %s mode", async (mode) => {
    const feed = await runFeed();
    const emit = emitterFor(httpTransport(feed.url), { mode });
    const answer = await emit(sdkEvent("1"), { headers: { authorization: `Bearer ${feed.token.value()}` } });
    expect(JSON.parse((answer as { body: string }).body)).toEqual({
      received: 1,
      accepted: 1,
      duplicates: 0,
      rejected: 0,
      results: [{ id: "1", source: "/reception/desk-1", status: "accepted", fault: null }],
    });
    expect(await feed.store.case("case-1")).toMatchObject({ siteId: "hall", state: "waiting" });
  });

  test("makes batches that are taken event by event", async () => {
    const feed = await runFeed();
    const events = ["1", "2", "3"].map(sdkEvent);
    const response = await feed.post(batched, JSON.stringify(events));
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ received: 3, accepted: 3 });
    expect(HTTP.toEvent({ headers: { "content-type": batched }, body: JSON.stringify(events) })).toHaveLength(
      3,
    );
  });
});

describe("outcomes", () => {
  test("a batch answers for each event, in its order, and received is their sum", async () => {
    const feed = await runFeed();
    await feed.post(structured, JSON.stringify(arrival("old")));
    const response = await feed.post(
      batched,
      JSON.stringify([
        arrival("new"),
        arrival("old"),
        arrival("odd", { type: "vigie.case.teleported" }),
        arrival("old", { subject: "another-case" }),
        "not an event",
        arrival("new"),
      ]),
    );
    expect(response.status).toBe(202);
    const answer = (await response.json()) as { results: { id: string; status: string; fault: unknown }[] };
    expect(answer).toMatchObject({ received: 6, accepted: 1, duplicates: 2, rejected: 3 });
    expect(answer.results.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "new accepted",
      "old duplicate",
      "odd rejected",
      "old rejected",
      "null rejected",
      "new duplicate",
    ]);
    expect(answer.results[2]?.fault).toMatchObject({ code: "unknown_event_type" });
    expect(answer.results[3]?.fault).toMatchObject({ code: "payload_mismatch" });
    expect(await heldBy(feed.store)).toEqual({ events: 2, rejects: 3 });
  });

  test("a single event that can't be understood is 422 and kept in the reject list", async () => {
    const feed = await runFeed();
    const response = await feed.post(
      structured,
      JSON.stringify(arrival("1", { type: "vigie.case.teleported" })),
    );
    expect(response.status).toBe(422);
    const answer = (await response.json()) as { fault: { message: string } };
    expect(answer).toMatchObject({ fault: { code: "unknown_event_type" }, received: 1, rejected: 1 });
    expect(answer.fault.message).toContain("kept in the reject list");
    const { rejects } = await feed.store.rejects(10);
    expect(rejects).toMatchObject([{ feed: "http", line: null, fault: { code: "unknown_event_type" } }]);
    expect(JSON.parse(rejects[0]?.raw ?? "")).toMatchObject({ id: "1", data: { site: "hall" } });
  });

  test("an event without a payload is taken in binary mode", async () => {
    const feed = await runFeed();
    await feed.post(structured, JSON.stringify(arrival("1")));
    const response = await fetch(feed.url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${feed.token.value()}`,
        "ce-specversion": "1.0",
        "ce-id": "%C3%A9t%C3%A9",
        "ce-source": '"test"',
        "ce-type": "vigie.case.abandoned",
        "ce-subject": "case-1",
        "ce-time": "2026-11-24T09:05:00+01:00",
      },
    });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ results: [{ id: "été", source: "test" }] });
    expect(await feed.store.case("case-1")).toMatchObject({ state: "abandoned" });
  });

  test("a client that offers HTTP/2 by Upgrade is served all the same", async () => {
    const feed = await runFeed();
    const status = await new Promise((resolve, reject) => {
      request(feed.url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${feed.token.value()}`,
          "content-type": structured,
          connection: "Upgrade, HTTP2-Settings",
          upgrade: "h2c",
          "http2-settings": "AAMAAABkAAQAoAAAAAIAAAAA",
        },
      })
        .on("response", (response) => resolve(response.statusCode))
        .on("error", reject)
        .end(JSON.stringify(arrival("1")));
    });
    expect(status).toBe(202);
  });
});

describe("a refused request keeps nothing and says why", () => {
  const event = JSON.stringify(arrival("1"));
  const tooMany = JSON.stringify(Array.from({ length: 1_001 }, (_, index) => arrival(String(index))));

  test.each([
    ["a body that is not JSON", structured, '{"id": "Jeanne Martin', {}, 400, "invalid_input"],
    ["a body that is not UTF-8 JSON", structured, "\u0000", {}, 400, "invalid_input"],
    ["a batch that is no array", batched, event, {}, 400, "invalid_input"],
    ["an event as plain JSON, without its headers", binary, event, {}, 400, "invalid_input"],
    ["no token", structured, event, { authorization: "" }, 401, "unauthorised"],
    ["a wrong token", structured, event, { authorization: "Bearer vigie_wrong" }, 401, "unauthorised"],
    ["the token as a password", structured, event, { authorization: "Basic dmlnaWU6" }, 401, "unauthorised"],
    ["a body above 1 MiB", structured, `"${"x".repeat(1_048_577)}"`, {}, 413, "too_large"],
    ["more than 1,000 events", batched, tooMany, {}, 413, "too_large"],
    ["a form", "application/x-www-form-urlencoded", "a=1", {}, 415, "unsupported_media_type"],
    ["a form with files", "multipart/form-data; boundary=x", "--x--", {}, 415, "unsupported_media_type"],
    ["plain text", "text/plain", event, {}, 415, "unsupported_media_type"],
    ["almost JSON", "application/jsonp", event, {}, 415, "unsupported_media_type"],
  ] as const)("%s", async (_name, contentType, body, headers, status, code) => {
    const feed = await runFeed();
    const response = await feed.post(contentType, body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/json");
    const { fault } = (await response.json()) as { fault: { code: string; message: string } };
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/[Nn]othing .*kept/);
    expect(fault.message).not.toContain("Jeanne");
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });

  test.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])("the method %s", async (method) => {
    const feed = await runFeed();
    const response = await fetch(feed.url, {
      method,
      headers: { authorization: `Bearer ${feed.token.value()}`, "content-type": structured },
      ...(["GET", "HEAD"].includes(method) ? {} : { body: event }),
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });

  test("the old token, once it was renewed", async () => {
    const feed = await runFeed();
    const old = feed.token.value();
    feed.token.renew();
    const response = await feed.post(structured, event, { authorization: `Bearer ${old}` });
    expect(response.status).toBe(401);
    expect((await feed.post(structured, event)).status).toBe(202);
  });

  test("more requests than the limit", async () => {
    const feed = await runFeed({ limit: { max: 2, windowMs: 3_600_000 } });
    for (const authorization of ["", "Bearer wrong"]) {
      expect((await feed.post(structured, event, { authorization })).status).toBe(401);
    }
    const response = await feed.post(structured, event);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ fault: { code: "too_many_requests" } });
    expect(await heldBy(feed.store)).toEqual({ events: 0, rejects: 0 });
  });

  test("a full disk", async () => {
    const feed = await runFeed({
      replace: (ingest) => ({
        ...ingest,
        take: () => Promise.reject(new Fault("store_full", "The disk is full. Nothing was kept.")),
      }),
    });
    const response = await feed.post(structured, event);
    expect(response.status).toBe(507);
    expect(await response.json()).toMatchObject({ fault: { code: "store_full" } });
  });
});

test("what a feed says of a citizen never reaches the disk, understood or not", async () => {
  const feed = await runFeed();
  const personal = {
    site: "hall",
    service: "passports",
    channel: "counter",
    name: "Jeanne Martin",
    citizenName: "Jeanne Martin",
    cliente: { nome: "Jeanne Martin" },
  };
  const response = await feed.post(
    batched,
    JSON.stringify([
      arrival("1", { data: personal, citizenname: "Jeanne Martin" }),
      arrival("2", { data: { ...personal, channel: "pigeon" } }),
      arrival("3", { data: personal, type: "vigie.case.teleported" }),
      "Jeanne Martin",
      [{ name: "Jeanne Martin" }],
    ]),
  );
  expect(await response.json()).toMatchObject({ accepted: 1, rejected: 4 });
  const bytes = feed.bytesOnDisk();
  expect(bytes.includes("case-1")).toBe(true);
  expect(bytes.includes("Martin")).toBe(false);
});

test("the OpenAPI document needs no token and describes every event type", async () => {
  const feed = await runFeed();
  const response = await fetch(feed.url.replace("events", "openapi.json"));
  expect(response.status).toBe(200);
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, { post: { requestBody: { content: object } } }>;
    components: { schemas: Record<string, { oneOf: unknown[] }> };
  };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths["/v1/events"]?.post.requestBody.content ?? {})).toEqual([
    structured,
    batched,
    binary,
  ]);
  expect(document.components.schemas["Event"]?.oneOf).toHaveLength(eventTypes.length);
  expect(document.components.schemas["CaseArrived"]).toMatchObject({
    properties: { type: { const: "vigie.case.arrived" }, data: { required: ["site", "service", "channel"] } },
  });
});
