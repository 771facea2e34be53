/** The scale of values on a chart: the unit that people say, and a top that leaves room for the labels. */
import type { ChartUnit } from "../../shared/domain/chart.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";

export interface Scale {
  /** A figure is divided by it before it is drawn. */
  readonly per: number;
  readonly top: number;
  readonly interval: number;
  /** What the numbers on the axis are, as it stands behind the title. */
  readonly unitWord: string;
  /** A figure as its label says it. */
  label(value: number): string;
}

/** A scale that holds the greatest of the figures. */
export function scaleOf(unit: ChartUnit, greatest: number, language: ExportDescription["language"]): Scale {
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const word = (french: string, english: string) => (language === "en" ? english : french);
  switch (unit) {
    case "seconds": {
      if (greatest >= 3 * 3_600) {
        return scale(
          3_600,
          greatest,
          word("en heures", "in hours"),
          (value) => `${number.format(value / 3_600)} h`,
        );
      }
      if (greatest >= 120) {
        const label = (value: number) =>
          value < 60 ? `${whole.format(value)} s` : `${whole.format(value / 60)} min`;
        return scale(60, greatest, word("en minutes", "in minutes"), label);
      }
      return scale(1, greatest, word("en secondes", "in seconds"), (value) => `${whole.format(value)} s`);
    }
    case "share": {
      const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
      return {
        per: 0.01,
        top: 100,
        interval: 25,
        unitWord: word("en %", "in %"),
        label: (value) => percent.format(value),
      };
    }
    case "score":
      return {
        per: 1,
        top: 100,
        interval: 25,
        unitWord: word("de 0 à 100", "0 to 100"),
        label: number.format,
      };
    case "count":
    case "label":
    case "instant":
      return scale(1, greatest, word("en nombre", "count"), number.format);
  }
}

function scale(per: number, greatest: number, unitWord: string, label: (value: number) => string): Scale {
  const { interval, top } = roundTop(greatest / per);
  return { per, interval, top, unitWord, label };
}

/** Four to six steps of 1, 2, 2.5 or 5 times a power of ten, whichever leaves least room above. */
function roundTop(greatest: number): { interval: number; top: number } {
  if (!(greatest > 0)) return { interval: 1, top: 1 };
  const power = 10 ** Math.floor(Math.log10(greatest / 5));
  const candidates = [0.5, 1, 2, 2.5, 5, 10].map((factor) => {
    const interval = factor * power;
    const steps = Math.ceil((greatest * 1.02) / interval);
    return { interval, steps, top: steps * interval };
  });
  const fitting = candidates.filter(({ steps }) => steps >= 3 && steps <= 6);
  return fitting.reduce(
    (best, one) => (one.top < best.top ? one : best),
    fitting[0] ?? { interval: greatest, top: greatest },
  );
}
