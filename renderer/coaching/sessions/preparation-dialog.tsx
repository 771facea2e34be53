import { useLingui } from "@lingui/react/macro";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import type { Preparation } from "../../../shared/domain/preparation.ts";
import { shownLevel } from "../../../shared/domain/skill-matrix.ts";
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { useToday } from "../../client/use-today.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Table } from "../../ui/table.tsx";
import { Markdown } from "../markdown.tsx";
import { useLevelWord } from "../skills/level-words.ts";
import { useServiceName } from "../skills/use-skills.ts";
import { useAgentName } from "../use-notes.ts";
import { usePreparation } from "./use-sessions.ts";
import "../markdown.css";
import "./sessions.css";

export interface PreparationDialogProps {
  readonly session: CoachingSession;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** What to have in mind before a session. */
export function PreparationDialog({ session, timeZone, onClose }: PreparationDialogProps) {
  const { t } = useLingui();
  const agentName = useAgentName();
  const name = agentName(session.agentId);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Préparer la séance avec ${name}`}
      lead={t`Cette consultation est inscrite au journal, que l’agent peut lire.`}
      actions={<Button onPress={onClose}>{t`Fermer`}</Button>}
    >
      <Awaited
        question={usePreparation(session.id)}
        rows={6}
        label={t`La fiche arrive`}
        failure={t`La fiche n’a pas pu être préparée.`}
      >
        {(preparation) => <Sheet preparation={preparation} timeZone={timeZone} />}
      </Awaited>
    </Dialog>
  );
}

function Sheet({ preparation, timeZone }: { readonly preparation: Preparation; readonly timeZone: string }) {
  const { t } = useLingui();
  const { date, dateTime } = useFormat();
  const { notes, steps, commitments, skills } = preparation;
  const serviceName = useServiceName();
  const levelWord = useLevelWord();
  const today = useToday(timeZone);
  const todayMs = startOfLocalDateMs(today, timeZone);
  const day = (localDay: string) => date(startOfLocalDateMs(localDay, "UTC"), "UTC");
  return (
    <div className="preparation">
      <section>
        <h3>{t`Étapes en cours`}</h3>
        {steps.length === 0 ? <p className="session-none">{t`Aucune étape en cours.`}</p> : null}
        <ul>
          {steps.map((step) => (
            <li key={step.id}>
              <span>{step.text}</span>
              <Due isLate={step.dueDate < today}>{day(step.dueDate)}</Due>
            </li>
          ))}
        </ul>
      </section>
      {commitments.length === 0 ? null : (
        <section>
          <h3>{t`Engagements en cours`}</h3>
          <ul>
            {commitments.map(({ id, what, dueAtMs }) => (
              <li key={id}>
                <span>{what}</span>
                <Due isLate={dueAtMs < todayMs}>{date(dueAtMs, timeZone)}</Due>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t`Notes récentes`}</h3>
        {notes.length === 0 ? <p className="session-none">{t`Aucune note récente.`}</p> : null}
        {notes.map((note) => (
          <article key={note.id} className="preparation-note">
            <small className="number">
              {dateTime(note.createdAtMs, timeZone)} · {note.author}
            </small>
            <Markdown text={note.text} />
          </article>
        ))}
      </section>
      <section>
        <h3>{t`Compétences`}</h3>
        {skills.length === 0 ? <p className="session-none">{t`Aucune compétence connue.`}</p> : null}
        <ul>
          {skills.map((cell) => {
            const expiresDate = cell.entered?.expiresDate ?? null;
            const until = expiresDate === null ? "" : day(expiresDate);
            return (
              <li key={cell.serviceId}>
                {serviceName(cell.serviceId)} · {levelWord(shownLevel(cell))}
                {expiresDate === null ? null : <small className="number"> {t`jusqu’au ${until}`}</small>}
              </li>
            );
          })}
        </ul>
      </section>
      <TeamSection team={preparation.team} />
    </div>
  );
}

/** By when something was promised, and whether that is past. */
function Due({ isLate, children }: { readonly isLate: boolean; readonly children: string }) {
  const { t } = useLingui();
  return (
    <>
      <small className="number">{children}</small>
      {isLate ? <StateMark shape="triangle" tone="bad">{t`En retard`}</StateMark> : null}
    </>
  );
}

function TeamSection({ team }: { readonly team: Preparation["team"] }) {
  const { t } = useLingui();
  const { duration, percent, number } = useFormat();
  const serviceName = useServiceName();
  const seconds = (value: number | null) => (value === null ? "–" : duration(value));
  return (
    <section>
      <h3>
        {t`L’équipe`} <small>{t`quatre dernières semaines, groupes de cinq personnes au moins`}</small>
      </h3>
      {team.figures.length === 0 ? (
        <p className="session-none">{t`Les groupes sont trop petits pour montrer des chiffres.`}</p>
      ) : (
        <Table
          label={t`L’équipe`}
          rows={team.figures}
          keyOf={({ serviceId }) => serviceId ?? ""}
          columns={[
            {
              id: "service",
              title: t`Démarche`,
              render: ({ serviceId }) => (serviceId === null ? t`Tout l’accueil` : serviceName(serviceId)),
            },
            { id: "served", title: t`Servis`, isNumber: true, render: ({ served }) => number(served) },
            {
              id: "p50",
              title: t`Attente médiane`,
              isNumber: true,
              render: ({ waitP50Seconds }) => seconds(waitP50Seconds),
            },
            {
              id: "p90",
              title: t`9 sur 10 sous`,
              isNumber: true,
              render: ({ waitP90Seconds }) => seconds(waitP90Seconds),
            },
            {
              id: "level",
              title: t`Dans le délai`,
              isNumber: true,
              render: ({ serviceLevel }) => (serviceLevel === null ? "–" : percent(serviceLevel)),
            },
          ]}
        />
      )}
    </section>
  );
}
