import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SkillRow } from "../../../shared/domain/skill-matrix.ts";
import { useDirectory } from "../../client/queries.ts";
import { useCoaches } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SourcesLink } from "../sources-link.tsx";
import { MatrixGrid } from "./matrix-grid.tsx";
import { SkillDialog } from "./skill-dialog.tsx";
import { useMatrix } from "./use-skills.ts";

export interface MatrixPanelProps {
  readonly siteId: string | null;
  /** Null: all of them. */
  readonly serviceId: string | null;
}

/** The matrix of people and services. */
export function MatrixPanel({ siteId, serviceId }: MatrixPanelProps) {
  const { t } = useLingui();
  const question = useMatrix(siteId);
  const directory = useDirectory().data;
  const coaches = useCoaches();
  const [edited, setEdited] = useState<{ readonly row: SkillRow; readonly serviceId: string } | null>(null);
  const services = (directory?.services ?? []).filter(({ id }) => serviceId === null || id === serviceId);
  return (
    <Panel title={t`Qui sait faire quoi`} className="matrix-panel">
      <Awaited
        question={question}
        rows={8}
        label={t`Les compétences arrivent`}
        failure={t`Les compétences n’ont pas pu être lues.`}
      >
        {(matrix) =>
          matrix.rows.length === 0 || services.length === 0 ? (
            <EmptyState title={t`Personne à montrer ici.`} action={<SourcesLink />}>
              {t`Les agents paraissent dès que les flux les signalent ou qu’ils sont sur la liste de renfort.`}
            </EmptyState>
          ) : (
            <>
              <MatrixGrid
                matrix={matrix}
                services={services}
                mayEdit={coaches}
                onEdit={(row, id) => setEdited({ row, serviceId: id })}
              />
              <p className="matrix-note">
                {t`Ce qui est saisi l’emporte sur ce que les connexions signalent ; une différence se lit dans la case. Jamais de total par personne.`}
                {matrix.rows.every(({ agentId }) => coaches(agentId)) ? null : (
                  <> {t`Un niveau se change par l’encadrement de la personne.`}</>
                )}
              </p>
            </>
          )
        }
      </Awaited>
      {edited === null ? null : (
        <SkillDialog {...edited} today={question.data?.today ?? ""} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}
