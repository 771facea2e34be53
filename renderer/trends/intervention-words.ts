/** What was done at a point of a chart, in words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { InterventionCounts } from "../../shared/domain/intervention.ts";

/** One short sentence for each kind of thing that was done. */
export function useInterventionWords(): (counts: InterventionCounts) => string[] {
  const { t } = useLingui();
  return ({ backupAsked, backupArrived, reassignments, reassignedCases, alerts, notes, sessions }) => [
    ...(backupAsked === 0
      ? []
      : [t`${plural(backupAsked, { one: "# renfort demandé", other: "# renforts demandés" })}`]),
    ...(backupArrived === 0
      ? []
      : [t`${plural(backupArrived, { one: "# renfort arrivé", other: "# renforts arrivés" })}`]),
    ...(reassignments === 0
      ? []
      : [
          t`${plural(reassignments, { one: "# réaffectation", other: "# réaffectations" })} (${plural(reassignedCases, { one: "# dossier", other: "# dossiers" })})`,
        ]),
    ...(alerts === 0 ? [] : [t`${plural(alerts, { one: "# alerte", other: "# alertes" })}`]),
    ...(notes === 0
      ? []
      : [t`${plural(notes, { one: "# note d’accompagnement", other: "# notes d’accompagnement" })}`]),
    ...(sessions === 0
      ? []
      : [
          t`${plural(sessions, { one: "# séance d’accompagnement tenue", other: "# séances d’accompagnement tenues" })}`,
        ]),
  ];
}
