/** The latest things that the figures of each principle are made of, as far as the one who asks may see them. */
import { type Permission, permissions } from "../../shared/contract/permission.ts";
import { hasRole } from "../../shared/domain/actor.ts";
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { Idea } from "../../shared/domain/idea.ts";
import type { ServicePeople } from "../../shared/domain/principle-cover.ts";
import {
  latest,
  mostPrincipleEvidence,
  type PrincipleEvidence,
} from "../../shared/domain/principle-evidence.ts";
import type { Problem } from "../../shared/domain/problem.ts";
import { addDays, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { Asked, PrincipleParts } from "./principle.ts";

/** Of the things on a card that are of two kinds, so many are of each. */
const mostOfEach = 2;

/** The thinnest services, and the latest calls for backup. */
export function teamEvidence(
  { access }: PrincipleParts,
  { now }: Asked,
  cover: readonly ServicePeople[],
  calls: readonly BackupCall[],
): PrincipleEvidence[] {
  const services: PrincipleEvidence[] = cover
    .slice(0, mostOfEach)
    .map(({ serviceId, people }) => ({ kind: "cover", serviceId, people }));
  const called: PrincipleEvidence[] = latest(calls, ({ requestedAtMs }) => requestedAtMs, now)
    .slice(0, mostOfEach)
    .map(({ id, serviceId, state, requestedAtMs }) => ({
      kind: "backup_call",
      id,
      serviceId,
      state,
      atMs: requestedAtMs,
    }));
  return [
    ...(may(access, permissions.skillMatrix.get) ? services : []),
    ...(may(access, permissions.backup.list) ? called : []),
  ];
}

/** The latest hand-offs of the last day on which anybody came. */
export async function transferEvidence(
  { store, access }: PrincipleParts,
  { days, siteId, timeZone }: Asked,
): Promise<PrincipleEvidence[]> {
  const date = days.at(-1)?.key;
  if (date === undefined || !may(access, permissions.case.get)) return [];
  const day = {
    fromMs: startOfLocalDateMs(date, timeZone),
    toMs: startOfLocalDateMs(addDays(date, 1), timeZone),
  };
  const legs = (await store.contributions(day.fromMs, day.toMs)).filter(
    (leg) => leg.transfersIn > 0 && (siteId === null || leg.siteId === siteId),
  );
  return Promise.all(
    latest(legs, ({ arrivedAtMs }) => arrivedAtMs, day).map(
      async ({ caseId, serviceId, arrivedAtMs }): Promise<PrincipleEvidence> => ({
        kind: "transfer",
        caseId,
        ticket: (await store.case(caseId))?.ticket ?? null,
        serviceId,
        atMs: arrivedAtMs,
      }),
    ),
  );
}

/** The ideas to which something happened last. */
export function ideaEvidence(ideas: readonly Idea[], { now, atMs }: Asked): PrincipleEvidence[] {
  const touched = ideas.map((idea) => ({
    idea,
    touchedAtMs: Math.max(...[...idea.history, ...idea.comments].map((one) => one.atMs)),
  }));
  return latest(touched, ({ touchedAtMs }) => touchedAtMs, { fromMs: now.fromMs, toMs: atMs }).map(
    ({ idea: { id, title, state }, touchedAtMs }) => ({ kind: "idea", id, title, state, atMs: touchedAtMs }),
  );
}

/** The last days, with how long half of those who came waited at most. */
export function dayEvidence({ access }: PrincipleParts, { days }: Asked): PrincipleEvidence[] {
  if (!may(access, permissions.figure.query)) return [];
  return days
    .flatMap(({ key, waitP50Seconds }): PrincipleEvidence[] =>
      waitP50Seconds === null ? [] : [{ kind: "day", date: key, waitSeconds: waitP50Seconds }],
    )
    .slice(-mostPrincipleEvidence)
    .reverse();
}

/** What is overdue, else what fell due last, and the problems that were reported last. */
export async function honestyEvidence(
  { commitments }: PrincipleParts,
  { siteId, now, atMs }: Asked,
  problems: readonly Problem[],
): Promise<PrincipleEvidence[]> {
  const span = { fromMs: now.fromMs, toMs: atMs };
  const listed = await commitments.list(siteId);
  const latestDue = (wanted: boolean) =>
    latest(
      listed.filter(({ standing }) => (standing === "overdue") === wanted),
      ({ dueAtMs }) => dueAtMs,
      span,
    );
  const promised = [...latestDue(true), ...latestDue(false)].slice(0, mostOfEach).map(
    ({ id, what, standing, dueAtMs }): PrincipleEvidence => ({
      kind: "commitment",
      id,
      what,
      standing,
      dueAtMs,
    }),
  );
  const told = problems.map(({ id, state, reports }) => ({
    id,
    state,
    text: reports[0]?.text ?? "",
    atMs: reports.at(-1)?.atMs ?? 0,
  }));
  const reported = latest(told, (one) => one.atMs, span)
    .slice(0, mostOfEach)
    .map((one): PrincipleEvidence => ({ kind: "problem", ...one }));
  return [...promised, ...reported];
}

/** What people wrote last of how they were treated. */
export async function wordEvidence(
  { feedback, access }: PrincipleParts,
  { now }: Asked,
): Promise<PrincipleEvidence[]> {
  if (!may(access, permissions.feedback.words)) return [];
  const { words } = await feedback.words({ ...now, serviceId: null, treated: null });
  return words.slice(0, mostPrincipleEvidence).map((one) => ({ kind: "words", ...one }));
}

/** The replies that were sent last. */
export async function replyEvidence(
  { replies, access }: PrincipleParts,
  { now }: Asked,
): Promise<PrincipleEvidence[]> {
  if (!may(access, permissions.reply.list)) return [];
  const found = await replies.list({ serviceId: null, language: null, toReword: false });
  return latest(found.replies, (reply) => reply.atMs, now).map(({ id, serviceId, personalShare, atMs }) => ({
    kind: "reply",
    id,
    serviceId,
    personalShare,
    atMs,
  }));
}

function may({ actor }: PrincipleParts["access"], permission: Permission): boolean {
  const asking = actor();
  return permission === "anyone" || permission.some((role) => hasRole(asking, role));
}
