/** The one thing to do next under each principle, by rules that anybody can check against the figures. */
import type { NextStep } from "./principle-figure.ts";

/** From this share of hand-offs on, a service sends people on more often than it should. */
const manyTransfers = 0.1;
/** Below this share of words of one's own, a reply is mostly somebody else's. */
const littleOwn = 0.5;

/** @param cover the services with the fewest people in front */
export function oneTeamStep(
  cover: readonly { readonly serviceId: string; readonly people: number }[],
): NextStep | null {
  const thinnest = cover[0];
  if (thinnest === undefined) return { kind: "enter_skills", serviceId: null, address: "/coaching/skills" };
  if (thinnest.people > 1) return null;
  return { kind: "train_second_person", serviceId: thinnest.serviceId, address: "/coaching/skills" };
}

/** What brings alive what the floor tells of, as long as nobody has ever come. */
export const connectFeedStep: NextStep = { kind: "connect_feed", serviceId: null, address: "/data" };

export function knowledgeStep(
  byService: readonly {
    readonly serviceId: string;
    readonly transfersIn: number;
    readonly arrivals: number;
  }[],
  address: string,
): NextStep | null {
  const most = byService
    .map((row) => ({ ...row, share: row.transfersIn / Math.max(1, row.transfersIn + row.arrivals) }))
    .filter(({ share }) => share >= manyTransfers)
    .sort((a, b) => b.transfersIn - a.transfersIn)[0];
  return most === undefined ? null : { kind: "look_at_transfers", serviceId: most.serviceId, address };
}

export function ideasStep(unanswered: number, total: number): NextStep | null {
  if (unanswered > 0) return { kind: "answer_ideas", serviceId: null, address: "/principles/ideas" };
  return total > 0 ? null : { kind: "propose_idea", serviceId: null, address: "/principles/ideas?new=1" };
}

export function everySecondStep(
  byService: readonly {
    readonly serviceId: string;
    readonly inTarget: number;
    readonly targetBase: number;
  }[],
  address: (serviceId: string) => string,
): NextStep | null {
  const worst = byService
    .map((row) => ({ ...row, missed: row.targetBase - row.inTarget }))
    .filter(({ missed, targetBase }) => missed > 0.2 * targetBase)
    .sort((a, b) => b.missed - a.missed)[0];
  return worst === undefined
    ? null
    : { kind: "look_at_waits", serviceId: worst.serviceId, address: address(worst.serviceId) };
}

export function honestyStep(overdue: number, total: number): NextStep | null {
  if (overdue > 0) return { kind: "settle_overdue", serviceId: null, address: "/principles/commitments" };
  return total > 0
    ? null
    : { kind: "make_commitment", serviceId: null, address: "/principles/commitments?new=1" };
}

export function empathyStep(isAnybodyHeard: boolean): NextStep {
  return !isAnybodyHeard
    ? { kind: "ask_for_feedback", serviceId: null, address: "/data" }
    : { kind: "read_words", serviceId: null, address: "/principles/feedback" };
}

export function ownWordsStep(personalShare: number | null, isAnyKnown: boolean): NextStep | null {
  if (!isAnyKnown) return { kind: "connect_replies", serviceId: null, address: "/data" };
  return personalShare === null || personalShare >= littleOwn
    ? null
    : { kind: "look_at_replies", serviceId: null, address: "/coaching/replies" };
}
