/** What a demo town is made of: its sites, services, queues, agents and backup people. */
import type { AgentState, Skill } from "../../../../shared/domain/agent.ts";
import type { Channel } from "../../../../shared/domain/channel.ts";
import type { BackupPerson, Directory } from "../../../../shared/domain/directory.ts";
import type { Target } from "../../../../shared/domain/service.ts";
import type { Site } from "../../../../shared/domain/site.ts";
import type { DayShape } from "./day-shape.ts";
import type { Lognormal } from "./random.ts";

export interface ServicePlan {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly target: Target;
  readonly shape: DayShape;
  readonly handling: Lognormal;
  readonly wrapUp: Lognormal;
  /** Shares of cases, 0–1. */
  readonly appointmentShare: number;
  readonly secondVisitShare: number;
  readonly holdShare: number;
  readonly resolvedShare: number;
  readonly transferShare: number;
  /** Where cases are handed on to, each as likely. */
  readonly transfers: readonly { readonly serviceId: string; readonly reason: string }[];
}

/** A service at a site. */
export interface QueuePlan {
  readonly siteId: string;
  readonly serviceId: string;
  readonly ticketLetter: string;
  readonly casesPerDay: number;
  /** Mean number of cases that come between closing and opening. */
  readonly casesPerNight: number;
}

/** A planned time away from the public. */
export interface Absence {
  readonly state: Extract<AgentState, "paused" | "training" | "back_office">;
  readonly reason: string;
  /** Minutes since opening. */
  readonly fromMinute: number;
  readonly minutes: number;
}

export interface AgentPlan {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly counter: string;
  readonly skills: readonly Skill[];
  readonly absences: readonly Absence[];
}

export interface BackupPlan extends BackupPerson {
  readonly travelMinutes: number;
  /** The counter that is free for them. */
  readonly counter: string;
  /** Works in the back office of the same house; the others are not signed in. */
  readonly inHouse: boolean;
}

export interface TownPlan {
  readonly sites: readonly Site[];
  readonly services: readonly ServicePlan[];
  readonly queues: readonly QueuePlan[];
  readonly agents: readonly AgentPlan[];
  readonly backups: readonly BackupPlan[];
}

/** The sites, services and roster of a plan, as the console's directory keeps them. */
export function directoryOf(plan: TownPlan): Directory {
  return {
    sites: [...plan.sites],
    services: plan.services.map(({ id, name, target }) => ({
      id,
      name,
      channels: channelsOf(plan, id),
      targets: [target],
    })),
    roster: plan.backups.map(({ agentId, name, siteId, skills, travelMinutes, hours, email, phone }) => ({
      agentId,
      name,
      siteId,
      skills,
      travelMinutes,
      hours,
      email,
      phone,
    })),
  };
}

/** By which channels people come to a service, those who are handed on to it too. */
function channelsOf(plan: TownPlan, serviceId: string): Channel[] {
  const from = new Set([serviceId]);
  // A set is walked on to what is added to it meanwhile.
  for (const id of from) {
    for (const service of plan.services) {
      if (service.transfers.some((transfer) => transfer.serviceId === id)) from.add(service.id);
    }
  }
  const channels = plan.services.filter(({ id }) => from.has(id)).map(({ channel }) => channel);
  return [...new Set(channels)].sort();
}
