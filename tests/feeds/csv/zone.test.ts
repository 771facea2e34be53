import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createTimeWriter, createZone } from "../../../electron/feeds/csv/zone.ts";

const hourMs = 3_600_000;
const local = (text: string) => Date.parse(`${text}Z`);

function instant(timeZone: string, text: string, near: string | null): string {
  const nearMs = near === null ? Number.NaN : Date.parse(near);
  const localMs = local(text);
  return createTimeWriter()(localMs, createZone(timeZone).offsetMs(localMs, nearMs));
}

describe("local times of a zone", () => {
  it("agrees with the calendar library at any time, in zones with odd rules", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Europe/Paris", "Asia/Jerusalem", "Australia/Lord_Howe", "America/St_Johns", "UTC"),
        fc.integer({ min: local("1995-01-01T00:00:00"), max: local("2030-01-01T00:00:00") }),
        (timeZone, localMs) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(localMs)
            .toZonedDateTimeISO("UTC")
            .toPlainDateTime()
            .toZonedDateTime(timeZone).epochMilliseconds;
          expect(localMs - createZone(timeZone).offsetMs(localMs, Number.NaN)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("agrees with it in every quarter of an hour around the changes of the clock", () => {
    const changes = ["2026-03-29T02:00:00", "2026-10-25T02:00:00"];
    const zone = createZone("Europe/Paris");
    for (const change of changes) {
      for (
        let localMs = local(change) - 50 * hourMs;
        localMs < local(change) + 50 * hourMs;
        localMs += hourMs / 4
      ) {
        const expected = Temporal.PlainDateTime.from(
          new Date(localMs).toISOString().slice(0, 19),
        ).toZonedDateTime("Europe/Paris").epochMilliseconds;
        expect(localMs - zone.offsetMs(localMs, Number.NaN)).toBe(expected);
      }
    }
  });

  it("takes of an hour that comes twice the one nearer to the time before", () => {
    const first = "2026-10-25T02:10:00+02:00";
    expect(instant("Europe/Paris", "2026-10-25T02:10:00", null)).toBe(first);
    expect(instant("Europe/Paris", "2026-10-25T02:10:00", "2026-10-25T02:05:00+02:00")).toBe(first);
    expect(instant("Europe/Paris", "2026-10-25T02:10:00", "2026-10-25T02:50:00+02:00")).toBe(
      "2026-10-25T02:10:00+01:00",
    );
    // A second before the time it is near to: no reason to go an hour on.
    expect(instant("Europe/Paris", "2026-10-25T02:10:00", "2026-10-25T02:10:01+02:00")).toBe(first);
  });
});
