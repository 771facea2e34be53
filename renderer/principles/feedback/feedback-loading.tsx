import { useLingui } from "@lingui/react/macro";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

/** The panels of the figures by name, each as high as it will be. */
export function FeedbackLoading() {
  const { t } = useLingui();
  const label = t`Les réponses arrivent`;
  return (
    <>
      <div className="feedback-charts">
        <Panel title={t`Expérience des usagers`} className="chart-panel feedback-chart-loading">
          <Skeleton rows={1} label={label} />
        </Panel>
        <Panel title={t`Comment ils ont été accueillis`} className="chart-panel feedback-chart-loading">
          <Skeleton rows={1} label={label} />
        </Panel>
      </div>
      <Panel title={t`Par démarche`} className="feedback-services">
        <Skeleton rows={6} label={label} />
      </Panel>
    </>
  );
}
