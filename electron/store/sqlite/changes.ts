/** What one transaction changes, gathered for the listeners; nothing is gathered where nobody listens. */
import type { AgentFold } from "../../../shared/domain/agent.ts";
import type { BackupCall } from "../../../shared/domain/backup.ts";
import type { Case } from "../../../shared/domain/case.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { FeedHealth } from "../../../shared/domain/feed.ts";
import type { Observation } from "../../../shared/domain/observation.ts";
import type { Changed } from "../store.ts";

export class Changes {
  /** Whether somebody listens. */
  readonly wanted: boolean;
  readonly events: VigieEvent[] = [];
  readonly cases = new Map<string, Case>();
  readonly agents = new Map<string, AgentFold>();
  readonly backupCalls = new Map<string, BackupCall>();
  readonly observations = new Map<number, Observation>();
  readonly feeds = new Map<string, FeedHealth>();
  directory = false;
  notes = false;
  alerts = false;
  actions = false;
  rejects = false;
  deliveries = false;
  reports = false;
  people = false;
  audit = false;
  replies = false;
  replyTemplates = false;
  ideas = false;
  commitments = false;
  problems = false;
  agreedSteps = false;
  sessions = false;
  skills = false;
  trainings = false;
  sheets = false;

  constructor(wanted: boolean) {
    this.wanted = wanted;
  }

  isEmpty(): boolean {
    const gathered = [this.cases, this.agents, this.backupCalls, this.observations, this.feeds];
    return (
      this.events.length === 0 &&
      gathered.every((map) => map.size === 0) &&
      !this.directory &&
      !this.notes &&
      !this.alerts &&
      !this.actions &&
      !this.rejects &&
      !this.deliveries &&
      !this.reports &&
      !this.people &&
      !this.audit &&
      !this.replies &&
      !this.replyTemplates &&
      !this.ideas &&
      !this.commitments &&
      !this.problems &&
      !this.agreedSteps &&
      !this.sessions &&
      !this.skills &&
      !this.trainings &&
      !this.sheets
    );
  }

  toChanged(): Changed {
    return {
      events: this.events,
      cases: [...this.cases.values()],
      agents: [...this.agents.values()],
      backupCalls: [...this.backupCalls.values()],
      observations: [...this.observations.values()],
      feeds: [...this.feeds.values()],
      directory: this.directory,
      notes: this.notes,
      alerts: this.alerts,
      actions: this.actions,
      rejects: this.rejects,
      deliveries: this.deliveries,
      reports: this.reports,
      people: this.people,
      audit: this.audit,
      replies: this.replies,
      replyTemplates: this.replyTemplates,
      ideas: this.ideas,
      commitments: this.commitments,
      problems: this.problems,
      agreedSteps: this.agreedSteps,
      sessions: this.sessions,
      skills: this.skills,
      trainings: this.trainings,
      sheets: this.sheets,
    };
  }
}
