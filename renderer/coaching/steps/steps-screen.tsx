import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type AgreedStep, agreedStepGroup, agreedStepGroups } from "../../../shared/domain/agreed-step.ts";
import { useMay } from "../../client/session.ts";
import { useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Panel } from "../../ui/panel.tsx";
import { CoachingTabs } from "../coaching-tabs.tsx";
import { useCoachedAgents } from "../use-notes.ts";
import { StepDialog } from "./step-dialog.tsx";
import { StepList } from "./step-list.tsx";
import { useRemindedSteps, useSteps } from "./use-steps.ts";

/** What was agreed with agents: what is late, what comes, what was done. */
export function StepsScreen() {
  const { t } = useLingui();
  const question = useSteps();
  const agents = useCoachedAgents();
  const [agentId, setAgentId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const shown = (question.data ?? []).filter((step) => agentId === null || step.agentId === agentId);
  const mayAdd = useMay()("agreedStep", "add");
  return (
    <>
      <ScreenHeader
        title={t`Accompagnement`}
        actions={
          mayAdd ? (
            <Button variant="primary" onPress={() => setAdding(true)}>
              {t`Nouvelle étape`}
            </Button>
          ) : null
        }
      >
        <CoachingTabs />
        {!mayAdd || agents.length === 0 ? null : (
          <FilterChip
            label={t`Agent`}
            options={agents.map(({ id, name }) => ({ id, label: name }))}
            value={agentId}
            onChange={setAgentId}
            clearLabel={t`Montrer tous les agents`}
          />
        )}
      </ScreenHeader>
      <div className="growth-screen">
        {question.data === undefined || shown.length === 0 ? (
          <Panel title={t`Étapes convenues`} hidesTitle={question.data !== undefined}>
            <Awaited
              question={question}
              rows={6}
              label={t`Les étapes arrivent`}
              failure={t`Les étapes n’ont pas pu être lues.`}
            >
              {() => <NoSteps isFiltered={agentId !== null} onAdd={mayAdd ? () => setAdding(true) : null} />}
            </Awaited>
          </Panel>
        ) : (
          <StepGroups steps={shown} showsAgent={mayAdd} />
        )}
      </div>
      {isAdding ? (
        <StepDialog step={null} agentId={agentId} noteId={null} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}

function NoSteps(props: {
  readonly isFiltered: boolean;
  /** Null: whoever sits there agrees on none. */
  readonly onAdd: (() => void) | null;
}) {
  const { t } = useLingui();
  const { isFiltered, onAdd } = props;
  return (
    <EmptyState
      title={isFiltered ? t`Rien de convenu avec cet agent.` : t`Aucune étape convenue.`}
      action={
        onAdd === null ? null : (
          <Button variant="soft" onPress={onAdd}>
            {t`Convenir d’une étape`}
          </Button>
        )
      }
    >
      {onAdd === null
        ? t`Ce que vous convenez avec votre encadrement se lit ici, avec sa date ; vous dites quand c’est fait.`
        : t`Une étape dit ce qui a été convenu avec un agent, et pour quand. Ajoutez-en une ici, ou depuis une note.`}
    </EmptyState>
  );
}

function StepGroups(props: {
  readonly steps: readonly AgreedStep[];
  /** Whether they are about several people. */
  readonly showsAgent: boolean;
}) {
  const { steps, showsAgent } = props;
  const { t } = useLingui();
  const today = useToday(useTimeZone());
  const reminded = useRemindedSteps().filter((step) => steps.includes(step));
  const titles = {
    overdue: t`En retard`,
    this_week: t`Cette semaine`,
    later: t`Plus tard`,
    settled: t`Terminées`,
  };
  const groups = agreedStepGroups.map((group) => ({
    group,
    members: steps.filter((step) => agreedStepGroup(step, today) === group),
  }));
  return (
    <>
      {reminded.length === 0 ? null : (
        <Panel title={t`Aujourd’hui`} detail={String(reminded.length)} className="growth-today">
          <StepList steps={reminded} showsAgent={showsAgent} />
        </Panel>
      )}
      {groups.map(({ group, members }) => {
        // What is on top already is not listed twice.
        const rest = members.filter((step) => !reminded.includes(step));
        return rest.length === 0 ? null : (
          <Panel key={group} title={titles[group]} detail={String(rest.length)}>
            <StepList steps={rest} showsAgent={showsAgent} />
          </Panel>
        );
      })}
    </>
  );
}
