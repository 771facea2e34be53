import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import type { SeenCases } from "../../shared/domain/case-action.ts";
import { priorities } from "../../shared/domain/prioritise.ts";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Menu } from "../ui/menu.tsx";
import { type CaseStanding, countStandings } from "./case-standing.ts";
import { CommitmentButton } from "./commitment-button.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { useMutedBecause, usePastBecause } from "./floor-mode.ts";
import { PriorityDialog } from "./priority-dialog.tsx";
import { type PriorityName, priorityNames, priorityWords } from "./priority-words.ts";
import { type CaseActions as Actions, takeDown, useCaseActions } from "./use-case-actions.ts";

const withReason = "with-reason";

export interface CaseActionsProps {
  readonly selectedIds: ReadonlySet<string>;
  readonly onReassign: () => void;
}

/** What can be done to the chosen cases, by button and by key; a word says why something can't. */
export function CaseActions(props: CaseActionsProps) {
  const isPast = usePastBecause() !== null;
  const mutedBecause = useMutedBecause();
  // Over a past floor, the screen itself says why nothing can be done.
  if (isPast) return null;
  return mutedBecause === null ? (
    <ActionButtons {...props} />
  ) : (
    <OnlyPromise selectedIds={props.selectedIds} because={mutedBecause} />
  );
}

/** For who looks on: why cases are not theirs to move, and the one thing that everybody may do about one. */
function OnlyPromise(props: { readonly selectedIds: ReadonlySet<string>; readonly because: string }) {
  const hintId = useId();
  return (
    <>
      <span id={hintId} className="cases-count cases-hint">
        {props.because}
      </span>
      <CommitmentButton selectedIds={props.selectedIds} hintId={hintId} />
    </>
  );
}

function ActionButtons({ selectedIds, onReassign }: CaseActionsProps) {
  const hintId = useId();
  const counts = useStandings(selectedIds);
  const actions = useCaseActions();
  const reassign = () => {
    if (counts.waiting > 0) onReassign();
  };
  const reassignKey = useShortcut("reassign", reassign);
  return (
    <>
      <span id={hintId} className="cases-count number" aria-live="polite">
        <Chosen counts={counts} />
      </span>
      <Button
        variant="soft"
        isDisabled={counts.waiting === 0}
        onPress={reassign}
        aria-describedby={hintId}
        {...reassignKey}
      >
        <Trans>Réaffecter</Trans> <Kbd>R</Kbd>
      </Button>
      <PriorityMenu
        selectedIds={selectedIds}
        count={counts.waiting + counts.suspended}
        actions={actions}
        hintId={hintId}
      />
      <StandingButton selectedIds={selectedIds} counts={counts} actions={actions} hintId={hintId} />
      <CommitmentButton selectedIds={selectedIds} hintId={hintId} />
    </>
  );
}

type Counts = Record<CaseStanding, number>;

function useStandings(selectedIds: ReadonlySet<string>): Counts {
  // As text, so that the buttons are drawn again only when a count changes.
  const text = useFloor(({ cases }) =>
    JSON.stringify(countStandings([...selectedIds].flatMap((id) => cases.get(id) ?? []))),
  );
  return JSON.parse(text) as Counts;
}

/** How many are chosen; where not all of them can be acted on, why. */
function Chosen({ counts }: { readonly counts: Counts }) {
  const { waiting, suspended, called, serving } = counts;
  const inLine = waiting + suspended;
  const count = inLine + called + serving;
  if (count === 0) {
    return (
      <span className="cases-hint">
        <Trans>Choisissez des dossiers</Trans>
      </span>
    );
  }
  return (
    <>
      <Plural value={count} one="# choisi" other="# choisis" />
      {inLine === count ? null : (
        <span className="cases-hint">
          {" "}
          {inLine > 0 ? (
            <Trans>dont {inLine} en file</Trans>
          ) : called > 0 ? (
            <Plural value={count} one="déjà appelé" other="déjà appelés" />
          ) : (
            <Trans>en entretien</Trans>
          )}
        </span>
      )}
    </>
  );
}

interface ActionProps {
  readonly selectedIds: ReadonlySet<string>;
  readonly actions: Actions;
  /** The element that says what is chosen. */
  readonly hintId: string;
}

function PriorityMenu({ selectedIds, count, actions, hintId }: ActionProps & { readonly count: number }) {
  const { t, i18n } = useLingui();
  const floor = useFloorStore();
  const [step, setStep] = useState<"closed" | "menu" | "reason">("closed");
  /** As they were when the menu opened: of one that is called before the choice, the person is told. */
  const [asked, setAsked] = useState<SeenCases>([]);
  const details: Partial<Record<PriorityName, string>> = {
    high: t`avant les autres`,
    urgent: t`avant tout le monde`,
  };
  function openMenu() {
    if (count === 0) return;
    setAsked(takeDown(floor, selectedIds, "waiting", "suspended"));
    setStep("menu");
  }
  const keys = useShortcut("prioritise", openMenu);
  return (
    <>
      <Menu
        label={t`Priorité`}
        isOpen={step === "menu"}
        onOpenChange={(isOpen) => {
          if (isOpen) openMenu();
          else setStep((before) => (before === "menu" ? "closed" : before));
        }}
        trigger={
          <Button isDisabled={count === 0} aria-describedby={hintId} {...keys}>
            <Trans>Priorité</Trans> <Kbd>P</Kbd>
          </Button>
        }
        options={priorityNames.toReversed().map((id) => ({
          id,
          label: i18n._(priorityWords[id]),
          ...(details[id] === undefined ? {} : { detail: details[id] }),
        }))}
        lastOption={{ id: withReason, label: t`Avec un motif…` }}
        onChoose={(id) => {
          const name = priorityNames.find((one) => one === id);
          setStep(name === undefined ? "reason" : "closed");
          if (name !== undefined) actions.prioritise(asked, priorities[name], null);
        }}
      />
      {step === "reason" ? (
        <PriorityDialog
          count={asked.length}
          onChoose={(priority, reason) => actions.prioritise(asked, priority, reason)}
          onClose={() => setStep("closed")}
        />
      ) : null}
    </>
  );
}

/** Suspends those who wait; where nobody does, resumes those who are away, or puts back who was called. */
function StandingButton({ selectedIds, counts, actions, hintId }: ActionProps & { readonly counts: Counts }) {
  const { t } = useLingui();
  const { waiting, suspended, called } = counts;
  const floor = useFloorStore();
  const { word, run } =
    waiting === 0 && suspended > 0
      ? { word: t`Reprendre`, run: () => actions.resume(takeDown(floor, selectedIds, "suspended")) }
      : waiting === 0 && called > 0
        ? { word: t`Remettre en file`, run: () => actions.requeue(takeDown(floor, selectedIds, "called")) }
        : { word: t`Suspendre`, run: () => actions.hold(takeDown(floor, selectedIds, "waiting")) };
  const isDisabled = waiting + suspended + called === 0;
  const keys = useShortcut("hold", run);
  return (
    <Button isDisabled={isDisabled} onPress={run} aria-describedby={hintId} {...keys}>
      {word} <Kbd>H</Kbd>
    </Button>
  );
}
