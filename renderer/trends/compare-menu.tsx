import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { DateButton } from "../ui/date-button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { Menu } from "../ui/menu.tsx";
import type { TrendFormat } from "./trend-format.ts";
import { comparedDateOf } from "./trend-question.ts";
import { comparedDaysOf } from "./use-chart.ts";
import type { Trends } from "./use-trends.ts";

/** Chooses the period that is set beside. */
export function CompareMenu({ view, setView }: Pick<Trends, "view" | "setView">) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const previous = {
    day: t`Même jour, semaine précédente`,
    week: t`Semaine précédente`,
    month: t`Mois précédent`,
    year: t`Année précédente`,
    custom: t`Période précédente`,
  }[view.period];
  return (
    <Menu
      label={t`Comparer avec`}
      trigger={<Button>{t`Comparer`}</Button>}
      isOpen={isOpen}
      onOpenChange={setOpen}
      options={[
        { id: "previous", label: previous },
        ...(view.period === "year" ? [] : [{ id: "last-year", label: t`Un an plus tôt` }]),
        { id: "date", label: t`Autre date…` },
      ]}
      lastOption={{ id: "none", label: t`Ne pas comparer` }}
      onChoose={(id) => {
        const first = comparedDateOf({ ...view, compared: view.compared ?? "previous" });
        setView({ ...view, compared: id === "none" ? null : id === "date" ? first : id });
      }}
    />
  );
}

/** Says what the period is compared with, and changes its first day; nothing while nothing is compared. */
export function ComparedChip({
  view,
  setView,
  format,
}: Pick<Trends, "view" | "setView"> & { readonly format: TrendFormat }) {
  const { t } = useLingui();
  const days = comparedDaysOf(view);
  const first = comparedDateOf(view);
  if (days === null || first === null) return null;
  const words = format.range(days, "custom");
  return (
    <span className="chip chip-on compared-chip">
      <DateButton
        label={t`Comparé à`}
        text={t`Comparé à : ${words}`}
        value={first}
        onChange={(compared) => setView({ ...view, compared })}
        previousLabel={t`Mois précédent`}
        nextLabel={t`Mois suivant`}
      />
      <Button
        variant="quiet"
        aria-label={t`Ne pas comparer`}
        onPress={() => setView({ ...view, compared: null })}
      >
        <CloseIcon />
      </Button>
    </span>
  );
}
