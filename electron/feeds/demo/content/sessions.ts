/** The coaching sessions of the demo town: some were held, some are to come. All invented. */
import type { CoachingSession, CoachingSessionState } from "../../../../shared/domain/coaching-session.ts";
import { addDays, localDate, parseMoment } from "../../../../shared/queueing/intervals.ts";
import { weekdayOfDate } from "../../../../shared/queueing/local-clock.ts";
import { demoAuthor } from "./author.ts";

interface Story {
  /** Days from today; negative ones are past. */
  readonly inDays: number;
  readonly time: string;
  readonly agentId: string;
  readonly state: CoachingSessionState;
  readonly outcome?: string;
  readonly nextSteps?: string;
}

const stories: readonly Story[] = [
  {
    inDays: -26,
    time: "09:00",
    agentId: "demo-jeanne-d",
    state: "held",
    outcome: "Les dérogations partent à l’état civil par habitude, pas par règle.",
    nextSteps: "Écrire la fiche avec l’état civil.",
  },
  {
    inDays: -13,
    time: "14:00",
    agentId: "demo-benoit-l",
    state: "held",
    outcome: "Dit facilement ce qu’il ne sait pas ; moins à l’aise pour promettre une date.",
    nextSteps: "Noter chaque promesse comme engagement, même courte.",
  },
  {
    inDays: -8,
    time: "09:30",
    agentId: "demo-amina-b",
    state: "held",
    outcome: "Reformule avant de chercher. Craint de perdre du temps quand la salle est pleine.",
    nextSteps: "Présenter sa façon de faire à la réunion d’équipe.",
  },
  {
    inDays: -4,
    time: "11:00",
    agentId: "demo-hugo-s",
    state: "cancelled",
    outcome: "Salle pleine ce matin-là ; reportée.",
  },
  { inDays: 1, time: "16:30", agentId: "demo-lucie-f", state: "planned" },
  { inDays: 3, time: "10:00", agentId: "demo-hugo-s", state: "planned" },
  { inDays: 6, time: "09:30", agentId: "demo-amina-b", state: "planned" },
  { inDays: 10, time: "14:00", agentId: "demo-gaelle-p", state: "planned" },
];

/** The sessions around an instant, in the order of time. */
export function demoSessions(nowMs: number, timeZone: string): CoachingSession[] {
  const today = localDate(nowMs, timeZone);
  return stories.map(({ inDays, time, agentId, state, outcome = "", nextSteps = "" }, index) => {
    const startsAtMs = parseMoment(`${workingDay(addDays(today, inDays), inDays)}T${time}`, timeZone);
    return {
      id: `demo-session-${index + 1}`,
      agentId,
      startsAtMs,
      minutes: 30,
      place: "Bureau du fond",
      state,
      outcome,
      nextSteps,
      author: demoAuthor,
      revision: state === "planned" ? 0 : 1,
      changedAtMs: Math.min(nowMs, startsAtMs),
    };
  });
}

/** The date itself, or the nearest day of the week on the same side of today. */
function workingDay(date: string, inDays: number): string {
  const weekday = weekdayOfDate(date);
  if (weekday <= 5) return date;
  return addDays(date, inDays < 0 ? 5 - weekday : 8 - weekday);
}
