/** Everything that is kept about one agent, as a text to read. */
import { formatLocalInstant } from "../queueing/intervals.ts";
import type { AgentServiceFigures } from "./agent-figures.ts";
import type { AgreedStepState } from "./agreed-step.ts";
import type { AuditEntry } from "./audit.ts";
import type { CoachingSessionState } from "./coaching-session.ts";
import type { OwnNote, OwnRecord } from "./own-record.ts";
import type { Attendance } from "./training.ts";

export type RecordLanguage = "fr" | "en";

interface RecordWords {
  readonly title: (name: string) => string;
  readonly made: string;
  readonly skills: string;
  readonly level: string;
  readonly levels: string;
  readonly since: string;
  readonly until: string;
  readonly trainings: string;
  readonly attendance: Readonly<Record<Attendance, string>>;
  readonly notes: string;
  readonly steps: string;
  readonly due: string;
  readonly stepStates: Readonly<Record<AgreedStepState, string>>;
  readonly sessions: string;
  readonly sessionStates: Readonly<Record<CoachingSessionState, string>>;
  readonly figures: string;
  readonly views: string;
  readonly none: string;
  readonly acknowledged: string;
  readonly answer: string;
  readonly served: string;
  readonly handling: string;
  readonly usual: string;
  readonly author: string;
  readonly viewer: string;
  readonly colleague: string;
  /** What was looked at, by the word that the audit keeps. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Who others are in a record of somebody else, and the words around them. */
export const recordWords: Readonly<Record<RecordLanguage, RecordWords>> = {
  fr: {
    title: (name) => `Tout ce que la console garde sur ${name}`,
    made: "Fait le",
    skills: "Compétences",
    level: "niveau",
    levels: "Niveaux saisis par l’encadrement",
    since: "depuis le",
    until: "jusqu’au",
    trainings: "Formations",
    attendance: { expected: "inscription", attended: "présence", absent: "absence" },
    notes: "Notes partagées avec vous",
    steps: "Étapes convenues",
    due: "pour le",
    stepStates: { open: "à faire", done: "faite", dropped: "abandonnée" },
    sessions: "Séances",
    sessionStates: { planned: "prévue", held: "tenue", cancelled: "annulée" },
    figures: "Vos repères, quatre semaines",
    views: "Qui a consulté vos données",
    none: "rien",
    acknowledged: "lue le",
    answer: "Votre réponse du",
    served: "dossiers servis",
    handling: "durée médiane",
    usual: "habituelle dans la démarche",
    author: "chef d’équipe",
    viewer: "chef d’équipe",
    colleague: "un collègue",
    seen: {
      figures: "repères",
      preparation: "fiche de préparation",
      reply: "une réponse envoyée",
      everything: "tout l’espace",
    },
  },
  en: {
    title: (name) => `Everything the console keeps about ${name}`,
    made: "Made on",
    skills: "Skills",
    level: "level",
    levels: "Levels entered by a team lead",
    since: "since",
    until: "until",
    trainings: "Trainings",
    attendance: { expected: "expected", attended: "attended", absent: "absent" },
    notes: "Notes shared with you",
    steps: "Agreed steps",
    due: "by",
    stepStates: { open: "to do", done: "done", dropped: "dropped" },
    sessions: "Sessions",
    sessionStates: { planned: "planned", held: "held", cancelled: "cancelled" },
    figures: "Your figures, four weeks",
    views: "Who looked at your record",
    none: "nothing",
    acknowledged: "read on",
    answer: "Your answer of",
    served: "cases served",
    handling: "median time",
    usual: "usual in the service",
    author: "team lead",
    viewer: "team lead",
    colleague: "a colleague",
    seen: {
      figures: "figures",
      preparation: "preparation sheet",
      reply: "a sent reply",
      everything: "the whole record",
    },
  },
};

/**
 * The record as a text.
 *
 * @param serviceName the name of a service by its id
 */
export function recordText(
  record: OwnRecord,
  language: RecordLanguage,
  timeZone: string,
  serviceName: (serviceId: string) => string,
): string {
  const words = recordWords[language];
  const when = (atMs: number) => formatLocalInstant(atMs, timeZone).slice(0, 16).replace("T", " ");
  const parts = [
    [words.title(record.name), `${words.made} ${when(record.madeAtMs)}`],
    section(
      words.skills,
      record.skills.map((skill) => `- ${serviceName(skill.serviceId)}, ${words.level} ${skill.level}`),
      words,
    ),
    section(
      words.levels,
      record.levels.map((level) => `- ${levelLine(level, serviceName(level.serviceId), words)}`),
      words,
    ),
    section(
      words.trainings,
      record.trainings.map(
        ({ date, topic, attendance }) => `- ${date}, ${topic}, ${words.attendance[attendance]}`,
      ),
      words,
    ),
    section(
      words.figures,
      record.figures.services.map((row) => `- ${figureLine(row, serviceName(row.serviceId), words)}`),
      words,
    ),
    section(
      words.notes,
      record.notes.flatMap((note) => noteLines(note, when, words)),
      words,
    ),
    section(
      words.steps,
      record.steps.map((step) => `- ${stepLine(step, words)}`),
      words,
    ),
    section(
      words.sessions,
      record.sessions.map((session) => `- ${sessionLine(session, when, words)}`),
      words,
    ),
    section(
      words.views,
      record.views.map((view) => `- ${viewLine(view, when, words)}`),
      words,
    ),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[], words: RecordWords): string[] {
  return [title, "-".repeat(title.length), ...(lines.length === 0 ? [words.none] : lines)];
}

function figureLine(row: AgentServiceFigures, name: string, words: RecordWords): string {
  const minutes = (seconds: number | null) =>
    seconds === null ? "–" : `${Math.round(seconds / 6) / 10} min`;
  return `${name} : ${row.served} ${words.served}, ${words.handling} ${minutes(row.handleP50Seconds)} (${words.usual} ${minutes(row.usualHandleP50Seconds)})`;
}

function noteLines(note: OwnNote, when: (atMs: number) => string, words: RecordWords): string[] {
  return [
    `${when(note.createdAtMs)}, ${note.author}`,
    note.text,
    ...(note.acknowledgedAtMs === null ? [] : [`(${words.acknowledged} ${when(note.acknowledgedAtMs)})`]),
    ...note.answers.flatMap((answer) => [`${words.answer} ${when(answer.atMs)} :`, answer.text]),
    "",
  ];
}

function levelLine(level: OwnRecord["levels"][number], name: string, words: RecordWords): string {
  const until = level.expiresDate === null ? "" : ` ${words.until} ${level.expiresDate}`;
  return `${name}, ${words.level} ${level.level}, ${words.since} ${level.sinceDate}${until}`;
}

function stepLine(step: OwnRecord["steps"][number], words: RecordWords): string {
  const parts = [`${words.due} ${step.dueDate}`, words.stepStates[step.state], step.text, step.outcome];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function sessionLine(
  session: OwnRecord["sessions"][number],
  when: (atMs: number) => string,
  words: RecordWords,
): string {
  const { startsAtMs, minutes, place, state, outcome, nextSteps } = session;
  const parts = [when(startsAtMs), `${minutes} min`, place, words.sessionStates[state], outcome, nextSteps];
  return parts.filter((part) => part !== "").join(", ");
}

function viewLine(view: AuditEntry, when: (atMs: number) => string, words: RecordWords): string {
  // Whoever prepared a session was not asked why: its start says that.
  const purpose =
    view.what === "preparation" && view.purpose !== null ? when(Date.parse(view.purpose)) : view.purpose;
  return [when(view.atMs), view.by, words.seen[view.what] ?? view.what, purpose]
    .filter((part) => part !== null)
    .join(", ");
}
