/** Expected waits in words. */
import { describe, expect, it } from "vitest";
import { expectedLevel, rangeWords, steadySeconds } from "../../../renderer/floor/wait-range.ts";

const minutes = (seconds: number) => (seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);

describe("a range of waits", () => {
  it("names a unit once, and one figure where both ends read the same", () => {
    expect(rangeWords({ p50Seconds: 360, p90Seconds: 720 }, minutes)).toBe("6–12 min");
    expect(rangeWords({ p50Seconds: 40, p90Seconds: 720 }, minutes)).toBe("40 s–12 min");
    expect(rangeWords({ p50Seconds: 350, p90Seconds: 365 }, minutes)).toBe("6 min");
  });

  it("is as exact as it is shown, so that it reads the same before and after", () => {
    for (let seconds = 0; seconds < 4_000; seconds += 1) {
      expect(minutes(steadySeconds(seconds) ?? -1)).toBe(minutes(seconds));
    }
    expect(steadySeconds(undefined)).toBeNull();
  });

  it("is worth a look when nine in ten is late, and bad when one in two is", () => {
    expect(expectedLevel({ p50Seconds: 100, p90Seconds: 900 }, 900)).toBe("ok");
    expect(expectedLevel({ p50Seconds: 100, p90Seconds: 901 }, 900)).toBe("warn");
    expect(expectedLevel({ p50Seconds: 901, p90Seconds: 1_200 }, 900)).toBe("bad");
  });
});
