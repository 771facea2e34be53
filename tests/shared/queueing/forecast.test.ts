import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayCounts, forecastArrivals, sameWeekdayMean } from "../../../shared/queueing/forecast.ts";
import { readBankCounts, rollForecast } from "./bank-counts.ts";
import { mulberry } from "./random.ts";

/** Day 4 is a Monday; an office open from 8 to 18, closed at the weekend, 24 intervals of one hour. */
const monday = 4 + 7 * 100;
const open = (hour: number): boolean => hour >= 8 && hour < 18;
const weekday = (dayNumber: number): number => (((dayNumber - monday) % 7) + 7) % 7;

function office(days: number, level: (dayNumber: number) => number): DayCounts[] {
  return Array.from({ length: days }, (_, i) => {
    const dayNumber = monday - days + i;
    const counts = Array.from({ length: 24 }, (__, hour) => (open(hour) ? level(dayNumber) : 0));
    return { dayNumber, counts: weekday(dayNumber) >= 5 ? counts.map(() => 0) : counts };
  });
}

const morning = (level: number): number[] =>
  Array.from({ length: 12 }, (_, hour) => (open(hour) ? level : 0));

describe("arrivals for the rest of the day", () => {
  test("a day like all others is forecast as such, and the closed hours stay at zero", () => {
    const history = office(70, () => 20);
    const forecast = forecastArrivals({ history, dayNumber: monday, soFar: morning(20) });
    expect(forecast.map((f) => f.interval)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
    for (const { interval, mean, p90 } of forecast) {
      expect(mean).toBeCloseTo(open(interval) ? 20 : 0, 9);
      if (!open(interval)) expect(p90).toBe(0);
    }
  });

  test("twice as many in the morning lift the rest, but not quite twofold", () => {
    const history = office(70, () => 20);
    const [next] = forecastArrivals({ history, dayNumber: monday, soFar: morning(40) });
    expect(next?.mean).toBeGreaterThan(28);
    expect(next?.mean).toBeLessThan(40);
  });

  test("one early arrival too many is no reason for alarm", () => {
    const history = office(70, () => 0.5);
    const [next] = forecastArrivals({ history, dayNumber: monday, soFar: morning(0.5).fill(2, 11) });
    expect(next?.mean).toBeLessThan(0.6);
  });

  test("the weekday's own level and the recent weeks count most", () => {
    const busyMondays = office(70, (day) => (weekday(day) === 0 ? 60 : 20));
    const [onMonday] = forecastArrivals({ history: busyMondays, dayNumber: monday, soFar: morning(60) });
    expect(onMonday?.mean).toBeCloseTo(60, 6);
    const slightlyBusier = office(70, (day) => (weekday(day) === 0 ? 24 : 20));
    const early = forecastArrivals({ history: slightlyBusier, dayNumber: monday, soFar: [] });
    expect(early[9]?.mean).toBeGreaterThan(21.3);
    const growing = office(70, (day) => 20 + (day - (monday - 70)) / 2);
    const [atMidnight] = forecastArrivals({ history: growing, dayNumber: monday, soFar: [] }).filter((f) =>
      open(f.interval),
    );
    const plain = sameWeekdayMean(growing, monday)[8] ?? 0;
    expect(atMidnight?.mean).toBeGreaterThan(plain + 2);
  });

  test("bands hold on simulated days whose level changes from day to day", () => {
    const random = mulberry(3);
    const poisson = (mean: number): number => {
      let [k, product] = [0, random()];
      for (const limit = Math.exp(-mean); product > limit; product *= random()) k += 1;
      return k;
    };
    const days = office(140, () => 0).map((day) => {
      const level = 20 * (0.8 + 0.4 * random());
      return {
        ...day,
        counts: day.counts.map((_, h) => (open(h) && weekday(day.dayNumber) < 5 ? poisson(level) : 0)),
      };
    });
    let [inside, cells] = [0, 0];
    for (const day of days.slice(80).filter((d) => weekday(d.dayNumber) < 5)) {
      const soFar = day.counts.slice(0, 12);
      const forecast = forecastArrivals({ history: days, dayNumber: day.dayNumber, soFar });
      for (const { interval, p10, p90 } of forecast.filter((f) => open(f.interval))) {
        const came = day.counts[interval] ?? 0;
        cells += 1;
        if (came >= p10 && came <= p90) inside += 1;
      }
    }
    expect(inside / cells).toBeGreaterThan(0.75);
    expect(inside / cells).toBeLessThan(0.9);
  });

  test("what comes after today cannot change the forecast", () => {
    const history = office(70, (day) => 10 + (day % 5));
    const later = Array.from(
      { length: 20 },
      (_, i): DayCounts => ({
        dayNumber: monday + i,
        counts: morning(999).concat(morning(999)),
      }),
    );
    const ask = (days: DayCounts[]) =>
      forecastArrivals({ history: days, dayNumber: monday, soFar: morning(15) });
    expect(ask([...later, ...history])).toEqual(ask(history));
  });

  test("no history, no forecast; a new weekday borrows from the others; unequal days are refused", () => {
    expect(forecastArrivals({ history: [], dayNumber: monday, soFar: [] })).toEqual([]);
    expect(sameWeekdayMean([], monday)).toEqual([]);
    const fourDays = office(70, () => 20).filter((day) => weekday(day.dayNumber) !== 0);
    const [borrowed] = forecastArrivals({ history: fourDays, dayNumber: monday, soFar: morning(20) });
    expect(borrowed?.mean).toBeCloseTo(20, 6);
    const broken = [...office(70, () => 20), { dayNumber: monday - 1, counts: [1, 2] }];
    expect(() => forecastArrivals({ history: broken, dayNumber: monday, soFar: [] })).toThrow(RangeError);
  });

  test("bands are ordered whole numbers, means finite and not negative", () => {
    const counts = fc.array(fc.nat(50), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 40 }), fc.nat(23), counts, (days, from, today) => {
        const history = days.map((day, i) => ({ dayNumber: monday - days.length + i, counts: day }));
        const soFar = days.length === 0 ? [] : today.slice(0, from);
        for (const { mean, p10, p90 } of forecastArrivals({ history, dayNumber: monday, soFar })) {
          expect(Number.isFinite(mean) && mean >= 0).toBe(true);
          expect(Number.isInteger(p10) && Number.isInteger(p90)).toBe(true);
          expect(p10).toBeLessThanOrEqual(p90);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const days = readBankCounts();

describe.skipIf(days === null)("real counts (skipped: no shared data)", () => {
  test("from 11:00 the error is at most 0.80 of the same-weekday mean's, and 80 % bands cover 75 to 85 %", () => {
    const score = rollForecast(days ?? [], 22);
    expect(score.days).toBe(91);
    expect(score.wape / score.plainWape).toBeLessThanOrEqual(0.8);
    expect(score.coverage).toBeGreaterThanOrEqual(0.75);
    expect(score.coverage).toBeLessThanOrEqual(0.85);
  });
});
