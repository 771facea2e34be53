/** Ideas and questions from the floor, and what a figure did before and after an idea was tried. */
import { randomUUID } from "node:crypto";
import { experienceDefinition } from "../../shared/domain/experience.ts";
import type { FigureRow, figureDefinitions } from "../../shared/domain/figure.ts";
import {
  commentIdea,
  type Idea,
  type IdeaDraft,
  type IdeaFigure,
  type IdeaMove,
  moveIdea,
  proposeIdea,
  type Trial,
} from "../../shared/domain/idea.ts";
import { type DayValue, daysAround, effectOf, type IdeaEffect } from "../../shared/domain/idea-effect.ts";
import { Fault } from "../../shared/faults.ts";
import { addDays, localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { IdeaStore } from "../store/idea-store.ts";
import type { DirectoryStore } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { isDecider, refuseUnlessDecider } from "./decider.ts";
import { timeZoneOf } from "./directory.ts";
import type { ExperienceService } from "./experience.ts";
import type { FigureService } from "./figure.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A day with fewer values than this is no day of the figure, and would tell of single people. */
const leastValuesOfDay = 5;

export interface IdeaService {
  list(): Promise<{ ideas: Idea[]; mayDecide: boolean }>;
  propose(draft: IdeaDraft): Promise<Idea>;
  comment(id: string, text: string): Promise<Idea>;
  move(id: string, move: IdeaMove): Promise<Idea>;
  effect(id: string): Promise<IdeaEffect | null>;
}

export interface IdeaParts {
  readonly store: IdeaStore & Pick<DirectoryStore, "directory">;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly figures: FigureService;
  readonly experience: ExperienceService;
}

/** Makes the ideas of a store. Everybody proposes and comments; supervisors, team leads and managers decide. */
export function createIdeas(parts: IdeaParts): IdeaService {
  const { store, clock, access } = parts;
  const signature = () => ({ by: access.actor().name, atMs: clock.nextMs() });
  return {
    async list() {
      const mayDecide = isDecider(access.actor());
      return { ideas: await store.ideas(), mayDecide };
    },
    propose(draft) {
      const id = randomUUID();
      return store.changeIdea(id, () => proposeIdea(id, draft, signature()));
    },
    comment: (id, text) =>
      store.changeIdea(id, (idea) => commentIdea(known(idea, id), randomUUID(), text, signature())),
    async move(id, move) {
      refuseUnlessDecider(access.actor());
      return store.changeIdea(id, (idea) => moveIdea(known(idea, id), move, signature()));
    },
    async effect(id) {
      const { trial } = known(await store.idea(id), id);
      if (trial === null) return null;
      const zone = timeZoneOf(await store.directory(), trial.siteId);
      const { days, definition } = await daysOf(parts, trial, zone);
      return effectOf(trial, days, definition);
    },
  };
}

function known(idea: Idea | undefined, id: string): Idea {
  if (idea === undefined) throw new Fault("not_found", "The idea is not known.", { ideaId: id });
  return idea;
}

/** The figure on each whole day around the start, today left out. */
async function daysOf(
  { figures, experience, clock }: IdeaParts,
  { startDate, figure, siteId, serviceId }: Trial,
  zone: string,
): Promise<{ days: DayValue[]; definition: string }> {
  const firstDate = addDays(startDate, -daysAround);
  const yesterday = addDays(localDate(clock.nowMs(), zone), -1);
  const lastDate = [addDays(startDate, daysAround - 1), yesterday].sort()[0] ?? yesterday;
  const isWhole = ({ date }: DayValue) => date >= firstDate && date <= lastDate;
  const query = {
    // A day more on either side: sites in other time zones have whole days then, too.
    fromMs: startOfLocalDateMs(firstDate, zone) - dayMs,
    toMs: startOfLocalDateMs(addDays(startDate, daysAround), zone) + dayMs,
    by: "day" as const,
    siteId,
    serviceId,
    channel: null,
  };
  if (figure === "experience") {
    const { rows } = await experience.query(query);
    const days = rows.flatMap(({ key, experience: value }) => (value === null ? [] : [{ date: key, value }]));
    return { days: days.filter(isWhole), definition: experienceDefinition };
  }
  const { rows, definitions } = await figures.query({ ...query, base: "served" });
  const days = rows.flatMap((row) => {
    const { value, count } = dayValueOf(figure, row);
    return value === null || count < leastValuesOfDay ? [] : [{ date: row.key, value }];
  });
  return { days: days.filter(isWhole), definition: definitions[nameOf(figure)] ?? abandonment };
}

const abandonment = "abandoned ÷ (arrivals + transfers in)";

type CountedFigure = Exclude<IdeaFigure, "experience">;

function dayValueOf(figure: CountedFigure, row: FigureRow): { value: number | null; count: number } {
  switch (figure) {
    case "wait_p50":
      return { value: row.waitP50Seconds, count: row.waitCount };
    case "wait_p90":
      return { value: row.waitP90Seconds, count: row.waitCount };
    case "service_level":
      return { value: row.serviceLevel, count: row.targetBase };
    case "abandonment": {
      const count = row.arrivals + row.transfersIn;
      return { value: count === 0 ? null : row.abandoned / count, count };
    }
    case "handle_time":
      return { value: row.handleMeanSeconds, count: row.handleCount };
  }
}

function nameOf(figure: CountedFigure): keyof typeof figureDefinitions | "abandonment" {
  switch (figure) {
    case "wait_p50":
    case "wait_p90":
      return "wait";
    case "service_level":
      return "serviceLevel";
    case "abandonment":
      return "abandonment";
    case "handle_time":
      return "handle";
  }
}
