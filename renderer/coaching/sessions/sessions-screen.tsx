import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { addDays, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { useMay } from "../../client/session.ts";
import { systemTimeZone, useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { ReadFailure } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CoachingTabs } from "../coaching-tabs.tsx";
import { MonthGrid, monthSpan } from "./month-grid.tsx";
import { SessionDialog } from "./session-dialog.tsx";
import { SessionList } from "./session-list.tsx";
import { SessionView } from "./session-view.tsx";
import { useSaveCalendar, useSessions, useTodaysSessions } from "./use-sessions.ts";
import "./sessions.css";

/** The calendar of coaching sessions: a month, today's, and the one that was chosen. */
export function SessionsScreen() {
  const { t, i18n } = useLingui();
  const timeZone = useTimeZone() ?? systemTimeZone();
  const today = useToday(timeZone);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [parameters, setParameters] = useSearchParams();
  const [isPlanning, setPlanning] = useState(false);
  const { firstDate, days } = monthSpan(month);
  const sessions = useSessions(
    startOfLocalDateMs(firstDate, timeZone),
    startOfLocalDateMs(addDays(firstDate, days), timeZone),
  );
  const todays = useTodaysSessions();
  const calendar = useSaveCalendar();
  const mayPlan = useMay()("coachingSession", "plan");
  const shown = sessions.data ?? [];
  const failure = sessions.data === undefined ? sessions.error : null;
  const selectedId = parameters.get("session");
  const selected = [...shown, ...todays].find(({ id }) => id === selectedId);
  const locale = i18n.locale === "en" ? "en-GB" : "fr-FR";
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const select = (id: string) => setParameters({ session: id });
  return (
    <>
      <ScreenHeader
        title={t`Accompagnement`}
        actions={
          <>
            <Button isPending={calendar.isPending} onPress={() => calendar.mutate(null)}>
              {t`Agenda des séances prévues`}
            </Button>
            {mayPlan ? (
              <Button variant="primary" onPress={() => setPlanning(true)}>
                {t`Nouvelle séance`}
              </Button>
            ) : null}
          </>
        }
      >
        <CoachingTabs />
      </ScreenHeader>
      <div className="sessions">
        <div className="sessions-main">
          {todays.length === 0 ? null : (
            <Panel title={t`Aujourd’hui`} detail={String(todays.length)} className="growth-today">
              <SessionList sessions={todays} timeZone={timeZone} selectedId={selectedId} onSelect={select} />
            </Panel>
          )}
          <Panel
            title={monthName.format(startOfLocalDateMs(`${month}-01`, "UTC"))}
            actions={
              <>
                <IconButton
                  label={t`Mois précédent`}
                  onPress={() => setMonth(addDays(`${month}-01`, -1).slice(0, 7))}
                >
                  ‹
                </IconButton>
                <Button variant="quiet" onPress={() => setMonth(today.slice(0, 7))}>{t`Ce mois-ci`}</Button>
                <IconButton
                  label={t`Mois suivant`}
                  onPress={() => setMonth(addDays(`${month}-01`, 32).slice(0, 7))}
                >
                  ›
                </IconButton>
              </>
            }
          >
            {failure !== null ? (
              // An empty month would say that nothing is planned.
              <ReadFailure
                title={t`Les séances n’ont pas pu être lues.`}
                error={failure}
                onRetry={sessions.refetch}
              />
            ) : (
              <MonthGrid
                month={month}
                sessions={shown}
                timeZone={timeZone}
                today={today}
                selectedId={selectedId}
                onSelect={select}
                locale={locale}
              />
            )}
          </Panel>
        </div>
        {failure !== null && selected === undefined ? null : (
          <div className="sessions-side">
            <Panel title={t`Séance`} hidesTitle={selected !== undefined}>
              {selected === undefined ? (
                <NoSession
                  // Until they have come, there may be some.
                  hasSome={sessions.data === undefined || shown.length > 0}
                  onPlan={mayPlan ? () => setPlanning(true) : null}
                />
              ) : (
                <SessionView key={selected.id} session={selected} timeZone={timeZone} />
              )}
            </Panel>
            {failure !== null ? null : (
              <Panel title={t`Séances du mois`} detail={sessions.data?.length}>
                {sessions.data === undefined ? (
                  <Skeleton rows={4} label={t`Les séances arrivent`} />
                ) : shown.length === 0 ? (
                  <p className="session-none">{t`Aucune séance ce mois-là.`}</p>
                ) : (
                  <SessionList
                    sessions={shown}
                    timeZone={timeZone}
                    selectedId={selectedId}
                    onSelect={select}
                  />
                )}
              </Panel>
            )}
          </div>
        )}
      </div>
      {isPlanning ? <SessionDialog session={null} date={today} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

/** What to do while no session is chosen. */
function NoSession(props: {
  readonly hasSome: boolean;
  /** Null: whoever sits there plans none. */
  readonly onPlan: (() => void) | null;
}) {
  const { t } = useLingui();
  const { hasSome, onPlan } = props;
  if (hasSome) {
    return (
      <EmptyState title={t`Aucune séance choisie.`}>
        {t`Choisissez une séance dans le mois ou dans la liste.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t`Aucune séance à ouvrir.`}
      action={
        onPlan === null ? null : (
          <Button variant="soft" onPress={onPlan}>
            {t`Prévoir une séance`}
          </Button>
        )
      }
    >
      {onPlan === null
        ? t`Les séances prévues avec vous se lisent ici, avec leur bilan.`
        : t`Une séance est un rendez-vous avec un agent : une fiche la prépare, un bilan la clôt.`}
    </EmptyState>
  );
}
