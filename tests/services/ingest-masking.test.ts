import { expect, it } from "vitest";
import { createIngest } from "../../electron/services/ingest.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, morningMs } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

it("no way into the log lets a name through, not even into the reject list", async () => {
  const store = await temporaryStore();
  const ingest = createIngest(store, steadyClock(morningMs));
  const envelope = (id: string, treated: number) => ({
    specversion: "1.0",
    id,
    source: "urn:town:terminal",
    type: "vigie.feedback.given",
    subject: "c1",
    time: "2026-03-02T09:00:00+01:00",
    data: { treated, words: "Merci à Madame Durand" },
  });
  const taken = await ingest.take([envelope("1", 5), envelope("1", 5), envelope("2", 9)], "http");
  expect(taken.map(({ status }) => status)).toEqual(["accepted", "duplicate", "rejected"]);
  const made = event("reply.sent", "c1", morningMs, { service: "passports", text: "Cher Monsieur Durand," });
  await ingest.append([made], "demo");

  const kept = JSON.stringify([await store.eventsOf("c1"), await store.rejects(10)]);
  expect(kept).not.toContain("Durand");
  expect(kept.split("[masqué]")).toHaveLength(4);
});
