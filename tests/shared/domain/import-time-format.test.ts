import { describe, expect, it } from "vitest";
import { compileTimeFormat } from "../../../shared/domain/import-time-format.ts";

function read(pattern: string, text: string): { local: string; offsetHours: number } | string {
  const format = compileTimeFormat(pattern);
  if (typeof format === "string") return format;
  const into = { localMs: 0, offsetMs: 0 };
  if (!format.read(text, into)) return "not a time";
  return { local: new Date(into.localMs).toISOString(), offsetHours: into.offsetMs / 3_600_000 };
}

describe("dates and times of a file", () => {
  it.each([
    ["YYMMDD HH:mm:ss", "990201 7:02:47", "1999-02-01T07:02:47.000Z"],
    ["YYMMDD", "261124", "2026-11-24T00:00:00.000Z"],
    ["DD/MM/YYYY HH:mm", "5/1/2026 18:05", "2026-01-05T18:05:00.000Z"],
    ["YYYY-MM-DDTHH:mm:ss.SSS", "2024-02-29T23:59:59.5", "2024-02-29T23:59:59.500Z"],
    ["YYYYMMDDHHmmss", "20241231235959", "2024-12-31T23:59:59.000Z"],
  ])("%s reads %s", (pattern, text, local) => {
    expect(read(pattern, text)).toEqual({ local, offsetHours: Number.NaN });
  });

  it("keeps the offset that a text names", () => {
    expect(read("YYYY-MM-DD HH:mm:ssZ", "2026-07-01 08:00:00+0200")).toMatchObject({ offsetHours: 2 });
    expect(read("YYYY-MM-DDTHH:mm:ssZ", "2026-07-01T08:00:00-03:30")).toMatchObject({ offsetHours: -3.5 });
    expect(read("YYYY-MM-DDTHH:mm:ssZ", "2026-07-01T08:00:00Z")).toMatchObject({ offsetHours: 0 });
  });

  it.each([
    ["YYYY-MM-DD", "2023-02-29"],
    ["YYYY-MM-DD", "2024-13-01"],
    ["YYYY-MM-DD", "2024-1-0"],
    ["HH:mm:ss", "24:00:00"],
    ["HH:mm:ss", "7:60:00"],
    ["HH:mm:ss", "7:02"],
    ["HH:mm:ss", "7:02:47 PM"],
    ["HH:mm", ""],
    ["YYMMDD", "1999021"],
    ["YYYY-MM-DDTHH:mmZ", "2026-07-01T08:00"],
  ])("%s refuses %s", (pattern, text) => {
    expect(read(pattern, text)).toBe("not a time");
  });

  it("says what is wrong with a pattern", () => {
    expect(read("YYYY-MM", "")).toBe("a date needs year, month and day");
    expect(read("mm:ss", "")).toMatch(/neither a date/);
    expect(read("HH:mmZ", "")).toBe("an offset (Z) needs a date");
  });
});
