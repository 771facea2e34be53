import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { PrincipleOverview } from "../../shared/contract/principle.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey, useDirectory, useSettings } from "../client/queries.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useMonthWords } from "./feedback/month-words.ts";
import { PrincipleCardView } from "./principle-card.tsx";
import { PrinciplesTabs } from "./principles-tabs.tsx";
import "./principles-screen.css";

/** How often the month under way is asked for again. */
const staleMs = 60_000;
/** More days missing than this are pointed out. */
const mostDaysMissing = 2;

/** The seven principles of a good citizen service: where the house stands, beside the month before. */
export function PrinciplesScreen() {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const sites = useDirectory().data?.sites ?? [];
  const preferred = useSettings().data?.siteId ?? null;
  const [parameters, setParameters] = useSearchParams();
  const month = parameters.get("month");
  const [chosenSite, setChosenSite] = useState<string | null | undefined>(undefined);
  const siteId = chosenSite === undefined ? preferred : chosenSite;
  const overview = useQuery({
    queryKey: queryKey("figure", "principles", siteId, month),
    queryFn: () => client.principle.overview({ siteId, month }),
    placeholderData: (previous) => previous,
    refetchInterval: staleMs,
  });
  return (
    <>
      <ScreenHeader title={t`Principes`}>
        <PrinciplesTabs />
        {sites.length < 2 ? null : (
          <FilterChip
            label={t`Accueil`}
            options={sites.map(({ id, name }) => ({ id, label: name }))}
            value={siteId}
            onChange={setChosenSite}
            clearLabel={t`Montrer tous les accueils`}
          />
        )}
      </ScreenHeader>
      <div className="principles">
        {overview.error !== null ? (
          <EmptyState title={t`Les chiffres ne peuvent pas être lus.`}>
            {sentenceOf(overview.error)}
          </EmptyState>
        ) : overview.data === undefined ? (
          <Skeleton rows={8} label={t`Les principes arrivent`} />
        ) : (
          <>
            <MonthLine
              overview={overview.data}
              onMonth={(next) => setParameters(next === null ? {} : { month: next })}
            />
            <div className="principle-cards">
              {overview.data.cards.map((card, index) => (
                <PrincipleCardView key={card.principle} card={card} place={index + 1} siteId={siteId} />
              ))}
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** Which days count, what they are set beside, and the way to other months. */
function MonthLine(props: {
  readonly overview: PrincipleOverview;
  readonly onMonth: (month: string | null) => void;
}) {
  const { t } = useLingui();
  const monthWords = useMonthWords();
  const { overview, onMonth } = props;
  const monthOf = (date: string) => date.slice(0, "2026-11".length);
  const name = monthWords.long(overview.month);
  const previousName = monthWords.long(monthOf(overview.previousFirstDate));
  const days = overview.lastDate === null ? 0 : Number(overview.lastDate.slice("2026-11-".length));
  const previousDays = Number(overview.previousLastDate.slice("2026-11-".length));
  const known = overview.previousDaysKnown;
  const here = overview.daysKnown;
  return (
    <div className="principles-month">
      <Button
        aria-label={t`Mois d’avant`}
        onPress={() => onMonth(monthOf(addDays(`${overview.month}-01`, -1)))}
      >
        ‹
      </Button>
      <strong>{name}</strong>
      <Button
        aria-label={t`Mois d’après`}
        isDisabled={overview.isUnderWay}
        onPress={() => onMonth(monthOf(addDays(`${overview.month}-01`, 31)))}
      >
        ›
      </Button>
      <p>
        {overview.isUnderWay
          ? days === 0
            ? t`Aucun jour du mois n’est encore fini.`
            : t`Les ${days} premiers jours, aujourd’hui non compris.`
          : t`Le mois entier.`}{" "}
        {overview.isUnderWay
          ? t`« avant » : les ${previousDays} premiers jours de ${previousName}.`
          : t`« avant » : ${previousName}, en entier.`}{" "}
        {known === 0
          ? t`Aucune venue n’est connue de ${previousName}.`
          : here - known > mostDaysMissing
            ? t`De ${previousName}, les venues de ${known} jours sont connues, contre ${here} ici : attentes et passages « avant » ne disent que ceux-là.`
            : null}
      </p>
    </div>
  );
}
