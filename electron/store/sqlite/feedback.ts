/** What citizens answered, one row per case, and what that adds up to by queue and interval. */
import type Database from "better-sqlite3";
import { type AnswerRow, answerOf, type ExperienceQuery } from "../../../shared/domain/experience.ts";
import type { FeltWords, FeltWordsQuery, ScoreCount, ScoreQuery } from "../../../shared/domain/feedback.ts";
import { maskNames } from "../../../shared/domain/mask-names.ts";
import { intervalStartMs } from "../../../shared/queueing/intervals.ts";
import type { CaseTable } from "./case.ts";
import type { DirectoryIndex, Queue } from "./directory-index.ts";
import type { EventTable } from "./event.ts";
import { type FigureKey, timeKeys } from "./figure-key.ts";

/** Null where nothing counts: the case is not known yet. */
interface AnswerOfCase {
  readonly start_ms: number | null;
  readonly queue: number | null;
  readonly treated: number | null;
  readonly solved: 0 | 1 | null;
}

interface FigureOfAnswers {
  readonly start_ms: number;
  readonly queue: number;
  readonly answers: number;
  readonly treated_sum: number;
  readonly solved: number;
  readonly solved_known: number;
}

interface WordsOfCase {
  readonly given_at_ms: number;
  readonly queue: number;
  readonly treated: number;
  readonly words: string;
}

const notCounted: AnswerOfCase = { start_ms: null, queue: null, treated: null, solved: null };

export class FeedbackTable {
  readonly #events: EventTable;
  readonly #cases: CaseTable;
  readonly #directory: DirectoryIndex;
  readonly #known: Database.Statement<[string], AnswerOfCase & { readonly case_id: string }>;
  readonly #put: Database.Statement<[string, number | null, number | null, number | null, number | null]>;
  readonly #count: Database.Statement<[number, number, number, number, number, number]>;
  readonly #deleteEmpty: Database.Statement<[number, number]>;
  readonly #between: Database.Statement<[number, number], FigureOfAnswers>;
  readonly #answered: Database.Statement<[], string>;
  readonly #putWords: Database.Statement<[string, number, string]>;
  readonly #deleteWords: Database.Statement<[string]>;
  readonly #scores: Database.Statement<[number, number], { queue: number; treated: number; count: number }>;
  readonly #words: Database.Statement<[number, number, number | null, number | null], WordsOfCase>;

  constructor(db: Database.Database, events: EventTable, cases: CaseTable, directory: DirectoryIndex) {
    this.#events = events;
    this.#cases = cases;
    this.#directory = directory;
    this.#known = db.prepare(
      `SELECT case_id, start_ms, queue, treated, solved
       FROM json_each(?) AS one CROSS JOIN answer ON case_id = one.value`,
    );
    this.#put = db.prepare("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)");
    this.#count = db.prepare(`
      INSERT INTO answer_figure VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (start_ms, queue) DO UPDATE SET
        answers = answers + excluded.answers, treated_sum = treated_sum + excluded.treated_sum,
        solved = solved + excluded.solved, solved_known = solved_known + excluded.solved_known
    `);
    this.#deleteEmpty = db.prepare(
      "DELETE FROM answer_figure WHERE start_ms = ? AND queue = ? AND answers = 0",
    );
    this.#between = db.prepare(
      "SELECT * FROM answer_figure WHERE start_ms >= ? AND start_ms < ? ORDER BY start_ms",
    );
    this.#answered = db
      .prepare<[], string>("SELECT DISTINCT subject FROM event WHERE type = 'feedback.given'")
      .pluck();
    this.#putWords = db.prepare("INSERT OR REPLACE INTO answer_words VALUES (?, ?, ?)");
    this.#deleteWords = db.prepare("DELETE FROM answer_words WHERE case_id = ?");
    this.#scores = db.prepare(
      `SELECT queue, treated, count(*) AS count FROM answer
       WHERE start_ms >= ? AND start_ms < ? GROUP BY queue, treated`,
    );
    this.#words = db.prepare(
      `SELECT given_at_ms, queue, treated, words FROM answer JOIN answer_words USING (case_id)
       WHERE start_ms >= ? AND start_ms < ? AND (? IS NULL OR treated = ?)
       ORDER BY given_at_ms DESC, case_id`,
    );
  }

  /**
   * Takes in what the log says now of cases.
   *
   * @param answered cases with a fresh answer
   * @param changed cases with other fresh events, which count only where somebody answered before
   */
  project(answered: Iterable<string>, changed: Iterable<string>): void {
    const fresh = new Set(answered);
    const ids = JSON.stringify([...new Set([...fresh, ...changed])]);
    for (const known of this.#known.all(ids)) {
      fresh.delete(known.case_id);
      this.#refresh(known.case_id, known);
    }
    for (const id of fresh) this.#refresh(id, undefined);
  }

  /** Makes the empty tables anew from the log. */
  fill(): void {
    this.project(this.#answered.all(), []);
  }

  /** Quarter hours that begin in the time asked for. */
  read(query: ExperienceQuery): AnswerRow[] {
    const groups = new Map<string, AnswerRow>();
    const keyOf = this.#keys(query.by);
    for (const row of this.#between.iterate(query.fromMs, query.toMs)) {
      const queue = this.#directory.queue(row.queue);
      if (!isAskedFor(query, queue)) continue;
      const { key, fromMs } = keyOf(row.start_ms, queue);
      const known = groups.get(key);
      groups.set(key, {
        key,
        fromMs: known?.fromMs ?? fromMs,
        answers: (known?.answers ?? 0) + row.answers,
        treatedSum: (known?.treatedSum ?? 0) + row.treated_sum,
        solved: (known?.solved ?? 0) + row.solved,
        solvedKnown: (known?.solvedKnown ?? 0) + row.solved_known,
      });
    }
    return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  /** How often each answer was given, by service. */
  scoreCounts({ fromMs, toMs, siteId }: ScoreQuery): ScoreCount[] {
    const counts = new Map<string, ScoreCount>();
    for (const { queue, treated, count } of this.#scores.iterate(fromMs, toMs)) {
      const { siteId: of, serviceId } = this.#directory.queue(queue);
      if (siteId !== null && of !== siteId) continue;
      const key = `${treated} ${serviceId}`;
      counts.set(key, { serviceId, treated, count: (counts.get(key)?.count ?? 0) + count });
    }
    return [...counts.values()];
  }

  /** What people wrote, newest first. */
  feltWords({ fromMs, toMs, siteId, serviceIds, treated, limit }: FeltWordsQuery): FeltWords[] {
    const found: FeltWords[] = [];
    for (const row of this.#words.iterate(fromMs, toMs, treated, treated)) {
      if (found.length === limit) break;
      const { siteId: of, serviceId } = this.#directory.queue(row.queue);
      if ((siteId !== null && of !== siteId) || !serviceIds.includes(serviceId)) continue;
      found.push({ atMs: row.given_at_ms, serviceId, treated: row.treated, words: row.words });
    }
    return found;
  }

  #refresh(id: string, known: AnswerOfCase | undefined): void {
    const record = this.#cases.read(id);
    const answer = record === undefined ? undefined : answerOf(record, this.#events.ofSubject(id));
    const next: AnswerOfCase =
      answer === undefined
        ? notCounted
        : {
            start_ms: intervalStartMs(answer.arrivedAtMs),
            queue: this.#directory.queueNumber(answer.siteId, answer.serviceId, answer.channel),
            treated: answer.treated,
            solved: answer.solved === null ? null : answer.solved ? 1 : 0,
          };
    if (known !== undefined) this.#add(known, -1);
    this.#put.run(id, next.start_ms, next.queue, next.treated, next.solved);
    if (answer?.words == null) this.#deleteWords.run(id);
    else this.#putWords.run(id, answer.givenAtMs, maskNames(answer.words));
    this.#add(next, 1);
  }

  #add({ start_ms, queue, treated, solved }: AnswerOfCase, sign: 1 | -1): void {
    if (start_ms === null || queue === null || treated === null) return;
    const known = solved === null ? 0 : 1;
    this.#count.run(start_ms, queue, sign, sign * treated, sign * (solved ?? 0), sign * known);
    if (sign === -1) this.#deleteEmpty.run(start_ms, queue);
  }

  #keys(by: ExperienceQuery["by"]): (atMs: number, queue: Queue) => FigureKey {
    if (by === "total") return () => ({ key: "total", fromMs: null });
    if (by === "service") return (_atMs, queue) => ({ key: queue.serviceId, fromMs: null });
    if (by === "channel") return (_atMs, queue) => ({ key: queue.channel, fromMs: null });
    const keysBySite = new Map<string, (atMs: number) => FigureKey>();
    return (atMs, { siteId }) => {
      const known = keysBySite.get(siteId);
      if (known !== undefined) return known(atMs);
      const keys = timeKeys(by, this.#directory.timeZoneOf(siteId), this.#directory.daysOf(siteId));
      keysBySite.set(siteId, keys);
      return keys(atMs);
    };
  }
}

function isAskedFor({ siteId, serviceId, channel }: ExperienceQuery, queue: Queue): boolean {
  return (
    (siteId === null || queue.siteId === siteId) &&
    (serviceId === null || queue.serviceId === serviceId) &&
    (channel === null || queue.channel === channel)
  );
}
