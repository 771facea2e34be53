/** What each screen asks first: to whom that is refused, the screen is closed. */
import { whoMayAsk } from "../../shared/contract/permission.ts";
import type { Role } from "../../shared/domain/role.ts";
import { useRoles } from "../client/session.ts";

const asks = {
  "/": "floor.watch",
  "/replay": "replay.watch",
  "/trends": "chart.table",
  "/report": "report.get",
  "/backup": "backup.list",
  "/coaching": "note.find",
  "/coaching/steps": "agreedStep.list",
  "/coaching/sessions": "coachingSession.list",
  "/coaching/skills": "skillMatrix.get",
  // Whoever may not read replies still finds the figures of the house there.
  "/coaching/replies": "reply.figures",
  "/sheets": "serviceSheet.find",
  "/principles": "principle.overview",
  "/principles/feedback": "feedback.overview",
  "/principles/ideas": "idea.list",
  "/principles/commitments": "commitment.list",
  "/principles/problems": "problem.list",
  "/mine": "mine.notes",
  "/wallboard/choose": "floor.watch",
  "/data": "feed.list",
  "/data/import": "import.watch",
  "/settings": "settings.put",
  "/settings/people": "person.list",
  "/settings/audit": "audit.list",
} as const satisfies Record<string, string>;

/** The address of a screen, without what it is asked for. */
export type ScreenPath = keyof typeof asks;

/** Whom a screen is open to. */
export function rolesOf(path: ScreenPath): readonly Role[] {
  return whoMayAsk(asks[path].split("."));
}

/** Says whether an address leads to a screen that is open to whoever sits there. */
export function useMayOpen(): (address: string) => boolean {
  const held = useRoles();
  return (address) => {
    const path = address.split("?")[0] ?? address;
    return isScreenPath(path) && rolesOf(path).some((role) => held.includes(role));
  };
}

function isScreenPath(path: string): path is ScreenPath {
  return Object.hasOwn(asks, path);
}
