/** Everything that is kept about one agent, as a text to read. */
import { formatLocalInstant } from "../queueing/intervals.ts";
import type { AgentServiceFigures } from "./agent-figures.ts";
import type { AuditEntry } from "./audit.ts";
import type { OwnNote, OwnRecord } from "./own-record.ts";
import { type RecordLanguage, type RecordWords, recordWords } from "./own-record-words.ts";

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
      words.commitments,
      record.commitments.map((commitment) => `- ${commitmentLine(commitment, when, serviceName, words)}`),
      words,
    ),
    section(
      words.replies,
      record.replies.flatMap(({ atMs, serviceId, text }) => [
        `${when(atMs)}, ${serviceName(serviceId)}`,
        text,
        "",
      ]),
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

function commitmentLine(
  { dueAtMs, serviceId, keptAtMs, missedAtMs, what }: OwnRecord["commitments"][number],
  when: (atMs: number) => string,
  serviceName: (serviceId: string) => string,
  words: RecordWords,
): string {
  const state =
    keptAtMs !== null
      ? `${words.kept} ${when(keptAtMs)}`
      : missedAtMs !== null
        ? `${words.missed} ${when(missedAtMs)}`
        : words.open;
  const service = serviceId === null ? null : serviceName(serviceId);
  return [`${words.due} ${when(dueAtMs)}`, state, service, what].filter((part) => part !== null).join(", ");
}

function viewLine(view: AuditEntry, when: (atMs: number) => string, words: RecordWords): string {
  // Whoever prepared a session was not asked why: its start says that.
  const purpose =
    view.what === "preparation" && view.purpose !== null ? when(Date.parse(view.purpose)) : view.purpose;
  return [when(view.atMs), view.by, words.seen[view.what] ?? view.what, purpose]
    .filter((part) => part !== null)
    .join(", ");
}
