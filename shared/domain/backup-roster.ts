/** Who could come to a service, and what speaks for and against asking them now. */
import { type AgentState, isOnFloor } from "./agent.ts";
import { isWithinHours } from "./availability.ts";
import { type BackupCall, type BackupCandidate, isBackupOpen } from "./backup.ts";
import type { BackupPerson } from "./directory.ts";

/** Over which calls are counted, so that it is not always the same people who are asked. */
export const fairnessMs = 7 * 24 * 60 * 60 * 1_000;

/** What the roster is read against. */
export interface RosterMoment {
  readonly nowMs: number;
  readonly states: ReadonlyMap<string, AgentState>;
  /** Calls of the last week and all that are open. */
  readonly calls: readonly BackupCall[];
  timeZoneOf(siteId: string): string;
}

/** Those of a site who are trained for a service; can be asked first, then level, fewer calls, nearer. */
export function rosterFor(
  people: readonly BackupPerson[],
  siteId: string,
  serviceId: string,
  moment: RosterMoment,
): BackupCandidate[] {
  return people
    .filter((person) => person.siteId === siteId)
    .flatMap((person) => {
      const level = person.skills.find((skill) => skill.serviceId === serviceId)?.level;
      return level === undefined ? [] : [candidateOf(person, level, moment)];
    })
    .sort(compareCandidates);
}

function candidateOf(person: BackupPerson, level: number, moment: RosterMoment): BackupCandidate {
  const { agentId, name, travelMinutes, email, phone } = person;
  const sinceMs = moment.nowMs - fairnessMs;
  return {
    agentId,
    name,
    level,
    state: moment.states.get(agentId) ?? "offline",
    travelMinutes,
    callsThisWeek: moment.calls.filter((call) => call.agentId === agentId && call.requestedAtMs >= sinceMs)
      .length,
    unavailableBecause: whyUnavailable(person, moment),
    email,
    phone,
  };
}

/** Why somebody can't be asked now; null where they can. */
export function whyUnavailable(
  person: BackupPerson,
  moment: RosterMoment,
): BackupCandidate["unavailableBecause"] {
  const { agentId, hours, siteId } = person;
  if (moment.calls.some((call) => call.agentId === agentId && isBackupOpen(call.state)))
    return "already_called";
  if (isOnFloor(moment.states.get(agentId) ?? "offline")) return "on_floor";
  return isWithinHours(hours, moment.nowMs, moment.timeZoneOf(siteId)) ? null : "outside_hours";
}

function compareCandidates(a: BackupCandidate, b: BackupCandidate): number {
  return (
    Number(a.unavailableBecause !== null) - Number(b.unavailableBecause !== null) ||
    b.level - a.level ||
    a.callsThisWeek - b.callsThisWeek ||
    (a.travelMinutes ?? Number.POSITIVE_INFINITY) - (b.travelMinutes ?? Number.POSITIVE_INFINITY) ||
    a.name.localeCompare(b.name, "fr")
  );
}
