import { expect, it } from "vitest";
import type { ExperienceQuery } from "../../../shared/domain/experience.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const whole: ExperienceQuery = {
  fromMs: 0,
  toMs: Date.UTC(2090, 0, 1),
  by: "day",
  siteId: null,
  serviceId: null,
  channel: null,
};

function answer(subject: string, treated: number, solved: boolean | undefined, minutes = 60) {
  const data = { treated, ...(solved === undefined ? {} : { solved }) };
  return event("feedback.given", subject, morningMs + minutes * minuteMs, data, {
    id: `answer:${subject}:${minutes}`,
  });
}

/** What citizens answered, by when their case came. */
export function feedbackContract(openFresh: OpenFresh): void {
  it(
    "adds answers up by the time and the service that the case came to",
    onFresh(openFresh, async (store) => {
      const told = { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 };
      await store.append(
        [
          ...visit("c1", told),
          ...visit("c2", { ...told, service: "planning" }),
          answer("c1", 5, true),
          answer("c2", 2, false),
        ],
        "test",
      );
      const both = { key: "2026-03-02", answers: 2, treatedSum: 7, solved: 1, solvedKnown: 2 };
      expect(await store.answers(whole)).toMatchObject([both]);
      expect(await store.answers({ ...whole, by: "service" })).toMatchObject([
        { key: "passports", answers: 1, treatedSum: 5 },
        { key: "planning", answers: 1, treatedSum: 2 },
      ]);
      expect(await store.answers({ ...whole, serviceId: "planning", by: "total" })).toMatchObject([
        { answers: 1 },
      ]);
      expect(await store.answers({ ...whole, channel: "phone" })).toEqual([]);
    }),
  );

  it(
    "takes the last answer of a case, one that came before its case, and what the feed says of the solution",
    onFresh(openFresh, async (store) => {
      await store.append([answer("c1", 1, undefined, 61), answer("c1", 4, undefined, 60)], "test");
      expect(await store.answers(whole)).toEqual([]);
      const [arrived] = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60 });
      if (arrived === undefined) throw new Error("no arrival");
      await store.append([arrived], "test");
      expect(await store.answers(whole)).toMatchObject([{ answers: 1, treatedSum: 1, solvedKnown: 0 }]);
      await store.append(
        [
          event("case.started", "c1", morningMs + minuteMs, {}),
          event("case.completed", "c1", morningMs + 2 * minuteMs, { resolved: true }),
        ],
        "test",
      );
      expect(await store.answers(whole)).toMatchObject([{ answers: 1, solved: 1, solvedKnown: 1 }]);
      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
    }),
  );

  it(
    "does not call a second visit solved at first contact",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          event("case.arrived", "c1", morningMs, {
            site: "hall",
            service: "passports",
            channel: "counter",
            visit: 2,
          }),
          answer("c1", 5, true),
        ],
        "test",
      );
      expect(await store.answers(whole)).toMatchObject([{ solved: 0, solvedKnown: 1 }]);
    }),
  );
}
