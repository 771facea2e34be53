import { useLingui } from "@lingui/react/macro";
import { chartSteps } from "../../shared/domain/chart.ts";
import { Select } from "../ui/select.tsx";
import { stepWords } from "./chart-words.ts";
import { daysOf } from "./trend-days.ts";
import { stepOf, stepsOf } from "./trend-question.ts";
import type { Trends } from "./use-trends.ts";

/** How much time one point of the charts stands for; nothing where only one step suits the days. */
export function StepSelect({ view, setView }: Pick<Trends, "view" | "setView">) {
  const { t, i18n } = useLingui();
  const steps = stepsOf(daysOf(view));
  if (steps.length < 2 || view.chart === "heat-map" || view.chart === "wait-distribution") return null;
  return (
    <Select
      label={t`Pas`}
      hidesLabel
      look="compact"
      options={steps.map((id) => ({ id, label: i18n._(stepWords[id]) }))}
      value={stepOf(view)}
      onChange={(id) => setView({ ...view, step: chartSteps.find((step) => step === id) ?? null })}
    />
  );
}
