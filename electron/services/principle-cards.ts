/** The cards of the seven principles, each from the figures of its own. */
import { backupFigures, fewestCalls } from "../../shared/domain/backup-figures.ts";
import { commitmentFigure } from "../../shared/domain/commitment-figure.ts";
import type { Idea } from "../../shared/domain/idea.ts";
import { peopleByService, type ServicePeople } from "../../shared/domain/principle-cover.ts";
import {
  type Measured,
  measured,
  measuredOfMany,
  type PrincipleCard,
  principleFigure,
  unmeasured,
} from "../../shared/domain/principle-figure.ts";
import { ideaCounts, unansweredIdeas } from "../../shared/domain/principle-ideas.ts";
import {
  empathyStep,
  honestyStep,
  ideasStep,
  oneTeamStep,
  ownWordsStep,
} from "../../shared/domain/principle-next-step.ts";
import { openProblemsAt, overdueAt } from "../../shared/domain/principle-standing.ts";
import { localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { Asked, PrincipleParts, Window } from "./principle.ts";
import {
  honestyEvidence,
  ideaEvidence,
  replyEvidence,
  teamEvidence,
  wordEvidence,
} from "./principle-evidence.ts";
import { everySecondCard, knowledgeCard } from "./principle-floor-cards.ts";
import { trendPoint } from "./principle-trend.ts";
import { skillRows } from "./skill-matrix.ts";

/** How long ago a promise may have fallen due that was still open in the month before. */
const longestOverdueMs = 366 * 24 * 60 * 60 * 1_000;

/** All seven, in the house's order. */
export function cardsOf(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard[]> {
  return Promise.all([
    oneTeam(parts, asked),
    knowledgeCard(parts, asked),
    ideas(parts, asked),
    everySecondCard(parts, asked),
    honesty(parts, asked),
    empathy(parts, asked),
    ownWords(parts, asked),
  ]);
}

async function oneTeam(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const { siteId, month, now, before, atMs, beforeAtMs } = asked;
  const [here, earlier] = [await coverAt(parts, asked, atMs), await coverAt(parts, asked, beforeAtMs)];
  const calls = (await parts.store.backupCalls(before.fromMs)).filter(
    (call) => siteId === null || call.siteId === siteId,
  );
  const accepted = ({ fromMs, toMs }: Window): Measured => {
    const then = calls.filter((call) => call.requestedAtMs >= fromMs && call.requestedAtMs < toMs);
    const all = backupFigures(then).find(({ serviceId }) => serviceId === null);
    return measuredOfMany(all?.acceptedShare ?? null, all?.calls ?? 0, fewestCalls);
  };
  const address = "/coaching/skills";
  return {
    principle: "one_team",
    figures: [
      principleFigure("covered_services", "share", address, coveredShare(here), coveredShare(earlier)),
      principleFigure("single_person_services", "count", address, singlePerson(here), singlePerson(earlier)),
      principleFigure("backup_accepted", "share", "/backup", accepted(now), accepted(before)),
    ],
    trend: [
      ...trendPoint(month.previousFromDate, coveredShare(earlier).value),
      ...trendPoint(month.month, coveredShare(here).value),
    ],
    evidence: teamEvidence(parts, asked, here, calls),
    nextStep: oneTeamStep(here),
  };
}

/** Who could serve what at an instant, by what had been signalled and entered until then. */
async function coverAt(
  { store, clock }: PrincipleParts,
  { siteId, timeZone }: Asked,
  atMs: number,
): Promise<ServicePeople[]> {
  const isNow = atMs >= clock.nowMs();
  const agents = await (isNow ? store.agents() : store.agentsBefore(atMs));
  // Who can be called in is known as of today alone: it counts where anybody else is known of that time.
  if (!isNow && agents.length === 0) return [];
  const rows = await skillRows({
    agents: async () => agents,
    directory: () => store.directory(),
    enteredSkills: () => store.enteredSkills(),
  });
  return peopleByService(
    (await store.directory()).services.map(({ id }) => id),
    rows.filter((row) => siteId === null || row.siteId === siteId),
    localDate(atMs, timeZone),
  );
}

function coveredShare(cover: readonly ServicePeople[]): Measured {
  if (cover.length === 0) return unmeasured;
  return measured(cover.filter(({ people }) => people >= 2).length / cover.length, cover.length);
}

function singlePerson(cover: readonly ServicePeople[]): Measured {
  return cover.length === 0 ? unmeasured : measured(cover.filter(({ people }) => people <= 1).length);
}

async function ideas(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const { siteId, months, now, before, timeZone } = asked;
  const all = (await parts.store.ideas()).filter(
    (idea) => siteId === null || idea.siteId === siteId || idea.siteId === null,
  );
  const [here, earlier] = [ideasIn(all, now), ideasIn(all, before)];
  const address = "/principles/ideas";
  const count = (read: (counts: ReturnType<typeof ideaCounts>) => number) =>
    [
      here === null ? unmeasured : measured(read(here)),
      earlier === null ? unmeasured : measured(read(earlier)),
    ] as const;
  const firstAnswer = (counts: typeof here) =>
    counts === null ? unmeasured : measured(counts.firstAnswerDays, counts.answered);
  return {
    principle: "sharing_ideas",
    figures: [
      principleFigure("ideas_proposed", "count", address, ...count(({ proposed }) => proposed)),
      principleFigure("ideas_tried", "count", address, ...count(({ tried }) => tried)),
      principleFigure("ideas_settled", "count", address, ...count(({ settled }) => settled)),
      principleFigure("first_answer", "days", address, firstAnswer(here), firstAnswer(earlier)),
    ],
    trend: months.flatMap((month, index) => {
      const next = months[index + 1];
      const fromMs = startOfLocalDateMs(`${month}-01`, timeZone);
      const toMs = next === undefined ? now.toMs : startOfLocalDateMs(`${next}-01`, timeZone);
      return trendPoint(month, ideasIn(all, { fromMs, toMs })?.proposed ?? null);
    }),
    evidence: ideaEvidence(all, asked),
    nextStep: ideasStep(unansweredIdeas(all), all.length),
  };
}

/** Null as long as nobody had ever proposed anything. */
function ideasIn(all: readonly Idea[], { fromMs, toMs }: Pick<Window, "fromMs" | "toMs">) {
  return all.some(({ createdAtMs }) => createdAtMs < toMs) ? ideaCounts(all, fromMs, toMs) : null;
}

async function honesty(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const { siteId, months, now, before, atMs, beforeAtMs } = asked;
  const { store, clock, commitments } = parts;
  const isHere = (one: { readonly siteId: string | null }) =>
    siteId === null || one.siteId === null || one.siteId === siteId;
  const [open, due, reported, { byMonth }] = await Promise.all([
    store.openCommitments(),
    store.commitmentsDue(beforeAtMs - longestOverdueMs, atMs),
    store.problems(),
    commitments.figures(siteId),
  ]);
  const known = [...new Map([...open, ...due].map((one) => [one.id, one])).values()].filter(isHere);
  const problems = reported.filter(({ reports }) => reports.some(isHere));
  const inTime = ({ fromMs, toMs }: Window): Measured => {
    const then = known.filter(({ dueAtMs }) => dueAtMs >= fromMs && dueAtMs < toMs);
    const { keptInTimeShare, count } = commitmentFigure("total", then, clock.nowMs());
    return keptInTimeShare === null
      ? { ...unmeasured, isFew: then.length > 0 }
      : measured(keptInTimeShare, count);
  };
  const overdue = (instantMs: number): Measured =>
    known.some(({ madeAtMs }) => madeAtMs <= instantMs)
      ? measured(overdueAt(known, instantMs).length)
      : unmeasured;
  const unsolved = (instantMs: number): Measured =>
    problems.some(({ createdAtMs }) => createdAtMs <= instantMs)
      ? measured(openProblemsAt(problems, instantMs).length)
      : unmeasured;
  const address = "/principles/commitments";
  return {
    principle: "honesty",
    figures: [
      principleFigure("commitments_in_time", "share", address, inTime(now), inTime(before)),
      principleFigure("commitments_overdue", "count", address, overdue(atMs), overdue(beforeAtMs)),
      principleFigure("problems_open", "count", "/principles/problems", unsolved(atMs), unsolved(beforeAtMs)),
    ],
    trend: byMonth
      .filter(({ key }) => months.includes(key))
      .flatMap(({ key, keptInTimeShare }) => trendPoint(key, keptInTimeShare)),
    evidence: await honestyEvidence(parts, asked, problems),
    nextStep: honestyStep(overdueAt(open.filter(isHere), clock.nowMs()).length, known.length),
  };
}

async function empathy(
  parts: PrincipleParts,
  { now, before, trend, ...asked }: Asked,
): Promise<PrincipleCard> {
  const ask = async (window: Window, by: "total" | "month") =>
    (await parts.experience.query({ ...window, by, serviceId: null, channel: null })).rows;
  const [[here], [earlier], months] = await Promise.all([
    ask(now, "total"),
    ask(before, "total"),
    ask(trend, "month"),
  ]);
  const address = "/principles/feedback";
  type Row = typeof here;
  const scored = (read: (row: NonNullable<Row>) => Pick<Measured, "value" | "n">) =>
    [here, earlier].map((row): Measured => {
      if (row === undefined) return unmeasured;
      const { value, n } = read(row);
      return value === null ? { ...unmeasured, isFew: true } : measured(value, n);
    }) as [Measured, Measured];
  return {
    principle: "empathy",
    figures: [
      principleFigure(
        "experience",
        "score",
        address,
        ...scored(({ experience, answerCount }) => ({ value: experience, n: answerCount })),
      ),
      principleFigure(
        "treated",
        "score",
        address,
        ...scored(({ treatedScore, answerCount }) => ({ value: treatedScore, n: answerCount })),
      ),
      principleFigure(
        "solved",
        "share",
        address,
        ...scored(({ solvedShare, solvedKnownCount }) => ({ value: solvedShare, n: solvedKnownCount })),
      ),
    ],
    trend: months.flatMap((row) => trendPoint(row.key, row.experience)),
    evidence: await wordEvidence(parts, { ...asked, now, before, trend }),
    nextStep: empathyStep(here !== undefined),
  };
}

async function ownWords(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const { replies } = parts;
  const { now, before, months } = asked;
  const [here, earlier, all] = await Promise.all([
    replies.figureBetween(now.fromMs, now.toMs),
    replies.figureBetween(before.fromMs, before.toMs),
    replies.figures(null),
  ]);
  const address = "/coaching/replies";
  const told = (read: (row: NonNullable<typeof here>) => number | null) =>
    [here, earlier].map((row): Measured => {
      if (row === null) return unmeasured;
      const value = read(row);
      return value === null ? { ...unmeasured, isFew: true } : measured(value, row.replyCount);
    }) as [Measured, Measured];
  return {
    principle: "no_canned_answers",
    figures: [
      principleFigure(
        "personal_share",
        "share",
        address,
        ...told(({ medianPersonalShare }) => medianPersonalShare),
      ),
      principleFigure("concrete_share", "share", address, ...told(({ concreteShare }) => concreteShare)),
    ],
    trend: all.months
      .filter(({ month }) => month !== null && months.includes(month))
      .flatMap(({ month, medianPersonalShare }) => trendPoint(month ?? "", medianPersonalShare)),
    evidence: await replyEvidence(parts, asked),
    nextStep: ownWordsStep(here?.medianPersonalShare ?? null, all.months.length > 0),
  };
}
