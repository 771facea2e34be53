import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory, useSettings } from "../client/queries.ts";
import { Awaited } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { MonthLine } from "./month-line.tsx";
import { PrincipleCardView } from "./principle-card.tsx";
import { PrincipleCardsLoading } from "./principle-cards-loading.tsx";
import { PrinciplesTabs } from "./principles-tabs.tsx";
import "./principles-screen.css";

/** How often the month under way is asked for again. */
const staleMs = 60_000;

/** The seven principles of a good citizen service: where the house stands, beside the month before. */
export function PrinciplesScreen() {
  const { t } = useLingui();
  const client = useClient();
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
        <MonthLine
          overview={overview.data}
          asked={month}
          onMonth={(next) => setParameters(next === null ? {} : { month: next })}
        />
        <Awaited
          question={overview}
          failure={t`Les chiffres n’ont pas pu être lus.`}
          loading={<PrincipleCardsLoading />}
        >
          {(read) => (
            <div className="principle-cards" aria-busy={overview.isPlaceholderData}>
              {read.cards.map((card, index) => (
                <PrincipleCardView key={card.principle} card={card} place={index + 1} siteId={siteId} />
              ))}
            </div>
          )}
        </Awaited>
      </div>
    </>
  );
}
