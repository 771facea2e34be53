import { useLingui } from "@lingui/react/macro";
import { useOwnAgentId, useSession } from "../client/session.ts";
import { AgentFiguresTable } from "../coaching/agent-figures-table.tsx";
import { Awaited } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { OwnNotes } from "./own-notes.tsx";
import { OwnViews } from "./own-views.tsx";
import { TakeAway } from "./take-away.tsx";
import { useOwnFigures } from "./use-mine.ts";
import "../coaching/markdown.css";
import "./mine.css";

/** What an agent finds about themselves: notes, figures, who looked, and all of it to take away. */
export function MineScreen() {
  const { t } = useLingui();
  const session = useSession();
  const agentId = useOwnAgentId();
  return (
    <>
      <ScreenHeader title={t`Mon espace`} actions={agentId === null ? null : <TakeAway />} />
      {session === undefined ? (
        <Skeleton rows={6} label={t`Votre espace arrive`} />
      ) : agentId === null ? (
        <EmptyState title={t`Cet espace est celui des agents.`}>
          {t`Vous ne servez pas au guichet sous ce nom : rien n’est gardé sur vous ici.`}
        </EmptyState>
      ) : (
        <div className="mine">
          <OwnNotes />
          <div className="mine-side">
            <OwnFigures />
            <OwnViews />
          </div>
        </div>
      )}
    </>
  );
}

function OwnFigures() {
  const { t } = useLingui();
  return (
    <Panel title={t`Mes repères`} detail={t`4 semaines`}>
      <Awaited
        question={useOwnFigures()}
        rows={4}
        label={t`Vos repères arrivent`}
        failure={t`Vos repères n’ont pas pu être lus.`}
      >
        {(figures) => <AgentFiguresTable figures={figures} />}
      </Awaited>
    </Panel>
  );
}
