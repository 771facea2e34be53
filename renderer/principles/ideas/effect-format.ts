/** Values of a trial's figure, and differences between them, in words. */
import { useLingui } from "@lingui/react/macro";
import type { IdeaFigure } from "../../../shared/domain/idea.ts";
import { useFormat } from "../../ui/format.ts";

export interface EffectFormat {
  readonly value: (value: number) => string;
  /** With its sign. */
  readonly difference: (difference: number) => string;
}

/** The words for one figure: seconds as a clock, shares as per cent, experience as points of 100. */
export function useEffectFormat(figure: IdeaFigure): EffectFormat {
  const { t, i18n } = useLingui();
  const { clock, percent } = useFormat();
  const oneDigit = new Intl.NumberFormat(i18n.locale === "en" ? "en-GB" : "fr-FR", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const signed = (difference: number, size: string) => `${difference < 0 ? "−" : "+"}${size}`;
  switch (figure) {
    case "service_level":
    case "abandonment":
      return {
        value: percent,
        difference: (share) => {
          const points = oneDigit.format(Math.abs(share) * 100);
          return signed(share, t`${points} points`);
        },
      };
    case "experience":
      return {
        value: (score) => oneDigit.format(score),
        difference: (score) => {
          const points = oneDigit.format(Math.abs(score));
          return signed(score, t`${points} points`);
        },
      };
    default:
      return { value: clock, difference: (seconds) => signed(seconds, clock(Math.abs(seconds))) };
  }
}
