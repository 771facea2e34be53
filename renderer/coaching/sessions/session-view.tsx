import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import { useCoaches } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StepDialog } from "../steps/step-dialog.tsx";
import { StepList } from "../steps/step-list.tsx";
import { useSteps } from "../steps/use-steps.ts";
import { useAgentName } from "../use-notes.ts";
import { OutcomeDialog } from "./outcome-dialog.tsx";
import { PreparationDialog } from "./preparation-dialog.tsx";
import { SessionDialog } from "./session-dialog.tsx";
import { SessionMark } from "./session-mark.tsx";
import { useSaveCalendar } from "./use-sessions.ts";

type Opened = "prepare" | "move" | "outcome" | "step" | null;

/** One session: when and where, what came of it, and what can be done about it. */
export function SessionView(props: { readonly session: CoachingSession; readonly timeZone: string }) {
  const { t } = useLingui();
  const { session, timeZone } = props;
  const { date, time } = useFormat();
  const agentName = useAgentName();
  const calendar = useSaveCalendar();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { minutes } = session;
  const leads = useCoaches()(session.agentId);
  const isPlanned = session.state === "planned" && leads;
  return (
    <article className="session-view" aria-labelledby="session-title">
      <div className="session-head">
        <h3 id="session-title">{agentName(session.agentId)}</h3>
        <SessionMark state={session.state} />
      </div>
      <p className="session-when number">
        {date(session.startsAtMs, timeZone)}, {time(session.startsAtMs, timeZone)} · {t`${minutes} min`}
        {session.place === "" ? null : ` · ${session.place}`}
      </p>
      <div className="session-actions">
        {isPlanned ? (
          <Button variant="primary" onPress={() => setOpened("prepare")}>{t`Préparer`}</Button>
        ) : null}
        {leads ? (
          <Button variant={isPlanned ? "plain" : "soft"} onPress={() => setOpened("outcome")}>
            {t`Bilan`}
          </Button>
        ) : null}
        {isPlanned ? <Button onPress={() => setOpened("move")}>{t`Déplacer`}</Button> : null}
        <Button isPending={calendar.isPending} onPress={() => calendar.mutate(session.id)}>
          {t`Fichier d’agenda`}
        </Button>
      </div>
      {session.outcome === "" ? null : <p className="session-text">{session.outcome}</p>}
      {session.nextSteps === "" ? null : (
        <p className="session-text">
          <strong>{t`Et ensuite`}</strong> {session.nextSteps}
        </p>
      )}
      <div className="note-steps-head">
        <h4>{t`Étapes en cours`}</h4>
        {leads ? (
          <Button variant="quiet" onPress={() => setOpened("step")}>{t`Ajouter une étape`}</Button>
        ) : null}
      </div>
      <OpenSteps agentId={session.agentId} />
      {opened === "prepare" ? (
        <PreparationDialog session={session} timeZone={timeZone} onClose={close} />
      ) : null}
      {opened === "move" ? <SessionDialog session={session} date="" onClose={close} /> : null}
      {opened === "outcome" ? <OutcomeDialog session={session} onClose={close} /> : null}
      {opened === "step" ? (
        <StepDialog step={null} agentId={session.agentId} noteId={null} onClose={close} />
      ) : null}
    </article>
  );
}

function OpenSteps({ agentId }: { readonly agentId: string }) {
  const { t } = useLingui();
  return (
    <Awaited
      question={useSteps()}
      rows={1}
      label={t`Les étapes arrivent`}
      failure={t`Les étapes n’ont pas pu être lues.`}
    >
      {(steps) => {
        const open = steps.filter((step) => step.agentId === agentId && step.state === "open");
        return open.length === 0 ? (
          <p className="session-none">{t`Aucune étape en cours.`}</p>
        ) : (
          <StepList steps={open} showsAgent={false} />
        );
      }}
    </Awaited>
  );
}
