import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { type ChartKind, chartKinds } from "../../shared/domain/chart.ts";
import { chartTabs } from "./chart-words.ts";
import "./chart-tabs.css";

const overview = "overview";

export interface ChartTabsProps {
  /** Null for the overview. */
  readonly chart: ChartKind | null;
  readonly onChange: (chart: ChartKind | null) => void;
  /** Beside the tabs, on the right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The overview and each chart alone, one at a time. */
export function ChartTabs({ chart, onChange, tools, children }: ChartTabsProps) {
  const { t, i18n } = useLingui();
  const selected = chart ?? overview;
  return (
    <Tabs
      className="chart-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => onChange(chartKinds.find((kind) => kind === key) ?? null)}
    >
      <div className="chart-tabs-bar">
        <TabList aria-label={t`Graphiques`} className="chart-tab-list">
          <Tab id={overview} className="chart-tab">
            {t`Vue d’ensemble`}
          </Tab>
          {chartKinds.map((kind) => (
            <Tab key={kind} id={kind} className="chart-tab">
              {i18n._(chartTabs[kind])}
            </Tab>
          ))}
        </TabList>
        {tools}
      </div>
      <TabPanel id={selected} className="chart-tab-panel">
        {children}
      </TabPanel>
    </Tabs>
  );
}
