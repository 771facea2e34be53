import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { useDirectory } from "../../client/queries.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { PrinciplesTabs } from "../principles-tabs.tsx";
import { FeedbackFigures } from "./feedback-figures.tsx";
import { FeedbackLoading } from "./feedback-loading.tsx";
import { FeltWordsPanel } from "./felt-words-panel.tsx";
import { NothingFelt } from "./nothing-felt.tsx";
import { type FeedbackPeriod, type FeedbackView, periodSince, useFeedback } from "./use-feedback.ts";
import "./feedback.css";

/** How citizens felt treated: by month and service, answer by answer, and in their words. */
export function FeedbackScreen() {
  const { t } = useLingui();
  const services = useDirectory().data?.services ?? [];
  const [parameters] = useSearchParams();
  const asked = parameters.get("at");
  const askedAtMs = asked === null ? null : Number(asked);
  const [view, setView] = useState<FeedbackView>({ period: periodSince(askedAtMs), serviceId: null });
  const feedback = useFeedback(view);
  const serviceName = (id: string) => services.find((service) => service.id === id)?.name ?? id;
  return (
    <>
      <ScreenHeader section={t`Principes`} title={t`Ressenti`}>
        <PrinciplesTabs />
      </ScreenHeader>
      <div className="feedback">
        <div className="feedback-filters">
          <SegmentedControl<FeedbackPeriod>
            label={t`Période`}
            options={[
              { id: "month", label: t`1 mois` },
              { id: "quarter", label: t`3 mois` },
              { id: "year", label: t`12 mois` },
            ]}
            value={view.period}
            onChange={(period) => setView({ ...view, period })}
          />
          <FilterChip
            label={t`Démarche`}
            options={services.map(({ id, name }) => ({ id, label: name }))}
            value={view.serviceId}
            onChange={(serviceId) => setView({ ...view, serviceId })}
            clearLabel={t`Montrer toutes les démarches`}
          />
        </div>
        <div className="feedback-figures">
          <Awaited
            question={feedback}
            failure={t`Le ressenti n’a pas pu être lu.`}
            loading={<FeedbackLoading />}
          >
            {(found) =>
              found.services.length === 0 ? (
                <NothingFelt period={view.period} onWiden={() => setView({ ...view, period: "year" })} />
              ) : (
                <FeedbackFigures found={found} view={view} serviceName={serviceName} />
              )
            }
          </Awaited>
        </div>
        <FeltWordsPanel view={view} serviceName={serviceName} askedAtMs={askedAtMs} />
      </div>
    </>
  );
}
