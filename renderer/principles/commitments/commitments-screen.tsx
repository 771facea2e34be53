import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import type { CommitmentView } from "../../../shared/contract/commitment.ts";
import { type CommitmentStanding, isOpen } from "../../../shared/domain/commitment.ts";
import { useMay } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PrinciplesTabs } from "../principles-tabs.tsx";
import { CommitmentDialog } from "./commitment-dialog.tsx";
import { CommitmentFigures } from "./commitment-figures.tsx";
import { CommitmentTable } from "./commitment-table.tsx";
import { useCommitments } from "./use-commitments.ts";
import "../../ui/list-detail.css";
import "../principle-form.css";
import "./commitments.css";

/** What scrolls is reached by keyboard, also where nothing in it can be pressed. */
const scrollable = { tabIndex: 0 };

type Side = "open" | "settled";

const standingsOf: Record<Side, readonly CommitmentStanding[]> = {
  open: ["overdue", "due_today", "coming"],
  settled: ["missed", "kept_late", "kept_in_time"],
};

/** “We will come back to you”: what was promised to citizens, and how it was kept. */
export function CommitmentsScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [isMaking, setMaking] = useState(parameters.has("new"));
  const [chosenSide, setSide] = useState<Side | null>(null);
  const question = useCommitments();
  const currentId = parameters.get("commitment");
  const current = question.data?.find(({ id }) => id === currentId);
  const side = chosenSide ?? (current !== undefined && !isOpen(current) ? "settled" : "open");
  const seesFigures = useMay()("commitment", "figures");
  return (
    <>
      <ScreenHeader
        section={t`Principes`}
        title={t`Engagements`}
        actions={
          <Button variant="primary" onPress={() => setMaking(true)}>
            {t`Prendre un engagement`}
          </Button>
        }
      >
        <PrinciplesTabs />
      </ScreenHeader>
      <div className={seesFigures ? "commitments" : "commitments commitments-alone"}>
        <Panel
          title={t`Envers les usagers`}
          actions={
            <SegmentedControl
              label={t`Lesquels`}
              options={[
                { id: "open", label: t`En cours` },
                { id: "settled", label: t`Réglés, 30 jours` },
              ]}
              value={side}
              onChange={setSide}
            />
          }
        >
          <Awaited
            question={question}
            failure={t`Les engagements n’ont pas pu être lus.`}
            loading={<Skeleton rows={6} label={t`Les engagements arrivent`} />}
          >
            {(commitments) => (
              <Groups
                commitments={commitments}
                side={side}
                currentId={currentId}
                onMake={() => setMaking(true)}
              />
            )}
          </Awaited>
        </Panel>
        {seesFigures ? <CommitmentFigures /> : null}
      </div>
      {isMaking ? (
        <CommitmentDialog
          onCase={null}
          onClose={() => {
            setMaking(false);
            if (parameters.has("new")) setParameters({});
          }}
        />
      ) : null}
    </>
  );
}

function Groups(props: {
  readonly commitments: readonly CommitmentView[];
  readonly side: Side;
  readonly currentId: string | null;
  readonly onMake: () => void;
}) {
  const { t } = useLingui();
  const { commitments, side } = props;
  const list = useRef<HTMLElement>(null);
  const isSettling = useRef(false);
  useEffect(() => {
    // The button that settled something is gone with its row: who pressed it goes on from the list.
    if (!isSettling.current || document.activeElement !== document.body) return;
    isSettling.current = false;
    list.current?.focus({ preventScroll: true });
  }, [commitments]);
  const groups = standingsOf[side]
    .map((standing) => ({ standing, rows: commitments.filter((one) => one.standing === standing) }))
    .filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) {
    return side === "open" ? (
      <EmptyState
        title={t`Aucun engagement en cours.`}
        action={
          <Button variant="soft" onPress={props.onMake}>
            {t`Prendre un engagement`}
          </Button>
        }
      >
        {t`Quand on ne sait pas, on le dit, et on promet une date : elle se note ici, avec qui la tient.`}
      </EmptyState>
    ) : (
      <EmptyState title={t`Rien n’a été réglé ces 30 derniers jours.`} />
    );
  }
  return (
    <section {...scrollable} ref={list} className="scroll-area" aria-label={t`Engagements`}>
      {groups.map(({ standing, rows }) => (
        <CommitmentTable
          key={standing}
          standing={standing}
          rows={rows}
          currentId={props.currentId}
          onSettle={() => {
            isSettling.current = true;
          }}
        />
      ))}
    </section>
  );
}
