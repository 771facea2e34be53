/** When a figure of the floor is said to need a person. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareLevel, waitLevel } from "../../renderer/floor/judge.ts";
import { resolveLanguage } from "../../renderer/i18n/language.ts";

describe("a running wait", () => {
  it("is bad from the target on and a warning shortly before", () => {
    expect(waitLevel(629, 900)).toBe("ok");
    expect(waitLevel(630, 900)).toBe("warn");
    expect(waitLevel(899, 900)).toBe("warn");
    expect(waitLevel(900, 900)).toBe("bad");
  });

  it("never gets better by waiting longer", () => {
    const rank = { ok: 0, warn: 1, bad: 2 } as const;
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 5_000 }),
        (wait, more, target) => {
          expect(rank[waitLevel(wait + more, target)]).toBeGreaterThanOrEqual(rank[waitLevel(wait, target)]);
        },
      ),
    );
  });
});

describe("a service level", () => {
  const level = (inTarget: number, base: number) => ({
    inTarget,
    base,
    share: base === 0 ? null : inTarget / base,
  });

  it("is judged against the share that is wanted", () => {
    expect(shareLevel(level(8, 10), 0.8)).toBe("ok");
    expect(shareLevel(level(7, 10), 0.8)).toBe("warn");
    expect(shareLevel(level(6, 10), 0.8)).toBe("bad");
  });

  it("of a handful of cases never alarms", () => {
    expect(shareLevel(level(0, 4), 0.8)).toBe("ok");
    expect(shareLevel(level(0, 5), 0.8)).toBe("bad");
    expect(shareLevel(level(0, 0), 0.8)).toBe("ok");
  });
});

describe("the language", () => {
  it("is the chosen one, else French unless the system says English", () => {
    expect(resolveLanguage("en", ["fr-FR"])).toBe("en");
    expect(resolveLanguage("fr", ["en-US"])).toBe("fr");
    expect(resolveLanguage("system", ["en-GB", "fr"])).toBe("en");
    expect(resolveLanguage("system", ["de-DE", "en"])).toBe("fr");
    expect(resolveLanguage("system", [])).toBe("fr");
  });
});
