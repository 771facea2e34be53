import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useDirectory } from "../../client/queries.ts";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { CoachingTabs } from "../coaching-tabs.tsx";
import { GapsPanel } from "./gaps-panel.tsx";
import { MatrixPanel } from "./matrix-panel.tsx";
import { TrainingsPanel } from "./trainings-panel.tsx";
import "../steps/steps.css";
import "./skills.css";

type View = "matrix" | "trainings" | "gaps";

/** Who can serve what, how they learn it, and where knowledge seems to be missing. */
export function SkillsScreen() {
  const { t } = useLingui();
  const { sites = [], services = [] } = useDirectory().data ?? {};
  const [view, setView] = useState<View>("matrix");
  const [siteId, setSiteId] = useState<string | null>(null);
  const [serviceId, setServiceId] = useState<string | null>(null);
  return (
    <>
      <ScreenHeader title={t`Accompagnement`}>
        <CoachingTabs />
      </ScreenHeader>
      <div className="growth-screen">
        <div className="skills-bar">
          <SegmentedControl
            label={t`Compétences`}
            value={view}
            onChange={setView}
            options={[
              { id: "matrix", label: t`Matrice` },
              { id: "trainings", label: t`Formations` },
              { id: "gaps", label: t`Savoirs à renforcer` },
            ]}
          />
          {view === "trainings" || sites.length < 2 ? null : (
            <FilterChip
              label={t`Accueil`}
              options={sites.map(({ id, name }) => ({ id, label: name }))}
              value={siteId}
              onChange={setSiteId}
              clearLabel={t`Montrer tous les accueils`}
            />
          )}
          {view !== "matrix" ? null : (
            <FilterChip
              label={t`Démarche`}
              options={services.map(({ id, name }) => ({ id, label: name }))}
              value={serviceId}
              onChange={setServiceId}
              clearLabel={t`Montrer toutes les démarches`}
            />
          )}
        </div>
        {view === "matrix" ? (
          <MatrixPanel siteId={siteId} serviceId={serviceId} />
        ) : view === "trainings" ? (
          <TrainingsPanel />
        ) : (
          <GapsPanel siteId={siteId} />
        )}
      </div>
    </>
  );
}
