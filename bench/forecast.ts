/** Rest-of-day arrivals on nine months of real counts, against the plain same-weekday mean of eight weeks. */
import { readBankCounts, rollForecast } from "../tests/shared/queueing/bank-counts.ts";

const days = readBankCounts();
if (days === null) {
  console.log("skipped: no shared data");
} else {
  // Day numbers count from a Thursday: 1 is Friday and 2 Saturday, the weekend there.
  const weekend = (dayNumber: number): boolean => dayNumber % 7 === 1 || dayNumber % 7 === 2;
  const runs = [
    ["from 09:00, all days", rollForecast(days, 18)],
    ["from 11:00, all days", rollForecast(days, 22)],
    ["from 11:00, Sunday to Thursday", rollForecast(days, 22, (day) => !weekend(day))],
    ["from 11:00, Friday and Saturday", rollForecast(days, 22, weekend)],
    ["from 14:00, all days", rollForecast(days, 28)],
  ] as const;
  const percent = (share: number): number => Number((100 * share).toFixed(1));
  console.table(
    runs.map(([name, score]) => ({
      run: name,
      days: score.days,
      "WAPE %": percent(score.wape),
      "plain WAPE %": percent(score.plainWape),
      ratio: Number((score.wape / score.plainWape).toFixed(3)),
      "in 80 % band": percent(score.coverage),
      "below %": percent(score.below),
      "above %": percent(score.above),
    })),
  );
  const gate = runs[1][1];
  console.log(
    `ratio to the same-weekday mean: ${(gate.wape / gate.plainWape).toFixed(3)} (gate: at most 0.80)`,
  );
  console.log(`80 % bands cover ${percent(gate.coverage)} % (gate: 75 to 85 %)`);
}
