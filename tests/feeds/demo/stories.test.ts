import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeStories } from "../../../electron/feeds/demo/history.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";

const told = fc.array(
  fc.record({ subject: fc.constantFrom("a", "b", "c", "d", "e"), number: fc.nat() }).map(
    ({ subject, number }): VigieEvent => ({
      id: `${subject}-${number}`,
      source: "urn:vigie:demo",
      type: "case.no_show",
      subject,
      time: new Date(number).toISOString(),
      atMs: number,
      data: {},
    }),
  ),
  { maxLength: 60 },
);

test("what is told of a past day comes in batches of whole stories, each in its order, and nothing is lost", () => {
  fc.assert(
    fc.property(told, fc.integer({ min: 1, max: 20 }), (events, size) => {
      const batches = [...wholeStories(events, size)];
      for (const subject of new Set(events.map((event) => event.subject))) {
        const holding = batches.filter((batch) => batch.some((event) => event.subject === subject));
        expect(holding).toHaveLength(1);
        expect(holding[0]?.filter((event) => event.subject === subject)).toEqual(
          events.filter((event) => event.subject === subject),
        );
      }
      expect(batches.flat()).toHaveLength(events.length);
      expect(batches.slice(0, -1).every((batch) => batch.length >= size)).toBe(true);
    }),
  );
});
