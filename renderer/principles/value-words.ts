import { useLingui } from "@lingui/react/macro";
import type { PrincipleFigure } from "../../shared/domain/principle-figure.ts";
import { useFormat } from "../ui/format.ts";

/** A principle's value with its unit, as the language writes it. */
export function useValueWords(): (value: number, unit: PrincipleFigure["unit"]) => string {
  const { t } = useLingui();
  const format = useFormat();
  const dayLetter = t`j`;
  return (value, unit) => {
    switch (unit) {
      case "share":
        return format.percent(value);
      case "seconds":
        return format.duration(value);
      case "days":
        return `${format.number(Math.round(value * 10) / 10)} ${dayLetter}`;
      default:
        return format.number(Math.round(value));
    }
  };
}
