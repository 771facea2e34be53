/** What a commit changed: what listeners are told. */
import type { AgentFold } from "../../shared/domain/agent.ts";
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { Case } from "../../shared/domain/case.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { Observation } from "../../shared/domain/observation.ts";

/** What a commit changed, as it is after it. Listeners get it once per commit, in commit order. */
export interface Changed {
  /** The events that the commit accepted. */
  readonly events: readonly VigieEvent[];
  readonly cases: readonly Case[];
  readonly agents: readonly AgentFold[];
  readonly backupCalls: readonly BackupCall[];
  readonly observations: readonly Observation[];
  readonly feeds: readonly FeedHealth[];
  /** True where sites or services were added or changed. */
  readonly directory: boolean;
  readonly notes: boolean;
  readonly alerts: boolean;
  readonly actions: boolean;
  readonly rejects: boolean;
  readonly deliveries: boolean;
  readonly reports: boolean;
  readonly people: boolean;
  readonly audit: boolean;
  readonly replies: boolean;
  readonly replyTemplates: boolean;
  readonly ideas: boolean;
  readonly commitments: boolean;
  readonly problems: boolean;
  readonly agreedSteps: boolean;
  readonly sessions: boolean;
  readonly skills: boolean;
  readonly trainings: boolean;
  readonly sheets: boolean;
}
