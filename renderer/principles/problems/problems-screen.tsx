import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PrinciplesTabs } from "../principles-tabs.tsx";
import { ProblemDetail } from "./problem-detail.tsx";
import { firstProblem, ProblemList } from "./problem-list.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { useProblems } from "./use-problems.ts";
import "../../ui/list-detail.css";
import "../principle-form.css";
import "./problems.css";

/** Problems that people reported: one-off or real, how bad, and who knows. */
export function ProblemsScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [isReporting, setReporting] = useState(parameters.has("new"));
  const found = useProblems().data;
  const problems = found?.problems ?? [];
  const chosen = problems.find(({ id }) => id === parameters.get("problem")) ?? firstProblem(problems);
  const choose = (id: string) => setParameters({ problem: id });
  return (
    <>
      <ScreenHeader
        title={t`Problèmes signalés`}
        actions={
          <Button variant="primary" onPress={() => setReporting(true)}>
            {t`Signaler un problème`}
          </Button>
        }
      >
        <PrinciplesTabs />
      </ScreenHeader>
      <div className="list-detail">
        {found !== undefined && problems.length === 0 ? null : (
          <Panel title={t`Problèmes signalés`} hidesTitle>
            {found === undefined ? (
              <Skeleton rows={6} label={t`Les problèmes arrivent`} />
            ) : (
              <ProblemList {...found} selectedId={chosen?.id ?? null} onSelect={choose} />
            )}
          </Panel>
        )}
        <Panel title={t`Détail`} hidesTitle>
          {chosen !== undefined && found !== undefined ? (
            <ProblemDetail key={chosen.id} problem={chosen} {...found} onChoose={choose} />
          ) : found === undefined ? (
            <Skeleton rows={6} label={t`Les problèmes arrivent`} />
          ) : (
            <EmptyState
              title={t`Aucun problème signalé.`}
              action={
                <Button variant="soft" onPress={() => setReporting(true)}>
                  {t`Signaler un problème`}
                </Button>
              }
            >
              {t`Une borne muette, un formulaire introuvable, une règle que deux guichets lisent autrement : signalez-le dès la première fois, les mêmes se rejoignent.`}
            </EmptyState>
          )}
        </Panel>
      </div>
      {isReporting ? (
        <ReportDialog
          onClose={(id) => {
            setReporting(false);
            if (id !== null) choose(id);
            else if (parameters.has("new")) setParameters({});
          }}
        />
      ) : null}
    </>
  );
}
