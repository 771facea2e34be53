import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Awaited } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ListDetailLoading } from "../list-detail-loading.tsx";
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
  const question = useProblems();
  const problems = question.data?.problems ?? [];
  const chosen = problems.find(({ id }) => id === parameters.get("problem")) ?? firstProblem(problems);
  const choose = (id: string) => setParameters({ problem: id });
  return (
    <>
      <ScreenHeader
        section={t`Principes`}
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
        <Awaited
          question={question}
          failure={t`Les problèmes n’ont pas pu être lus.`}
          loading={<ListDetailLoading list={t`Problèmes signalés`} label={t`Les problèmes arrivent`} />}
        >
          {(found) =>
            chosen === undefined ? (
              <Panel title={t`Détail`} hidesTitle>
                <NoProblem onReport={() => setReporting(true)} />
              </Panel>
            ) : (
              <>
                <Panel title={t`Problèmes signalés`} hidesTitle>
                  <ProblemList {...found} selectedId={chosen.id} onSelect={choose} />
                </Panel>
                <Panel title={t`Détail`} hidesTitle>
                  <ProblemDetail key={chosen.id} problem={chosen} {...found} onChoose={choose} />
                </Panel>
              </>
            )
          }
        </Awaited>
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

function NoProblem({ onReport }: { readonly onReport: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`Aucun problème signalé.`}
      action={
        <Button variant="soft" onPress={onReport}>
          {t`Signaler un problème`}
        </Button>
      }
    >
      {t`Une borne muette, un formulaire introuvable, une règle que deux guichets lisent autrement : à signaler dès la première fois, les mêmes se rejoignent.`}
    </EmptyState>
  );
}
