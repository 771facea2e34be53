/**
 * Who can serve what: the skills that feeds signal at sign-in, beside those that a team lead entered.
 *
 * Nothing here is ever summed per person: the matrix says where a service is short of hands.
 */
import { z } from "zod";
import { addDays } from "../queueing/intervals.ts";

/** 0: none, 1: learning, 2: alone, 3: can teach it. */
export const skillLevelSchema = z.int().min(0).max(3);

/** What a person fills in for one agent and one service. */
export const enteredSkillDraftSchema = z.object({
  agentId: z.string().min(1).max(128),
  serviceId: z.string().min(1).max(128),
  level: skillLevelSchema,
  /** Local date since which it holds. */
  sinceDate: z.iso.date(),
  /** Last local date on which it counts; null where it does not expire. */
  expiresDate: z.iso.date().nullable(),
});
export type EnteredSkillDraft = z.infer<typeof enteredSkillDraftSchema>;

export const enteredSkillSchema = enteredSkillDraftSchema.extend({
  /** Who entered it. */
  by: z.string(),
  atMs: z.number(),
  /** The training that granted it; null where it was entered by hand. */
  trainingId: z.string().nullable(),
});
export type EnteredSkill = z.infer<typeof enteredSkillSchema>;

export const skillCellSchema = z.object({
  serviceId: z.string(),
  /** From the last sign-in or the backup roster; null where nothing was signalled. */
  signalledLevel: skillLevelSchema.nullable(),
  entered: enteredSkillSchema.nullable(),
});
export type SkillCell = z.infer<typeof skillCellSchema>;

export const skillRowSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  siteId: z.string(),
  /** Services of which nothing is known are left out. */
  cells: z.array(skillCellSchema),
});
export type SkillRow = z.infer<typeof skillRowSchema>;

export const serviceCoverSchema = z.object({
  serviceId: z.string(),
  /** Agents who can serve alone today. */
  ableCount: z.number(),
  /** Entered skills that have expired, or will within the days of notice. */
  expiringCount: z.number(),
});
export type ServiceCover = z.infer<typeof serviceCoverSchema>;

/** From this level on, somebody serves alone. */
export const ableLevel = 2;
/** How many days before its end a skill is pointed out. */
export const expiryNoticeDays = 60;

export type SkillExpiry = "none" | "valid" | "soon" | "expired";

/** Where the entered skill stands on a local date. */
export function skillExpiry(cell: Pick<SkillCell, "entered">, today: string): SkillExpiry {
  const expiresDate = cell.entered?.expiresDate ?? null;
  if (expiresDate === null) return "none";
  if (expiresDate < today) return "expired";
  return expiresDate <= addDays(today, expiryNoticeDays) ? "soon" : "valid";
}

/** The level that is shown: what was entered wins over what was signalled. */
export function shownLevel(cell: Pick<SkillCell, "entered" | "signalledLevel">): number {
  return cell.entered?.level ?? cell.signalledLevel ?? 0;
}

/** Whether somebody can serve alone on a local date; an expired skill does not count. */
export function canServe(cell: Pick<SkillCell, "entered" | "signalledLevel">, today: string): boolean {
  return shownLevel(cell) >= ableLevel && skillExpiry(cell, today) !== "expired";
}

/** How many can serve each of the services, whoever they are. */
export function coverOf(
  serviceIds: readonly string[],
  rows: readonly Pick<SkillRow, "cells">[],
  today: string,
): ServiceCover[] {
  const covers = new Map(serviceIds.map((serviceId) => [serviceId, { ableCount: 0, expiringCount: 0 }]));
  for (const { cells } of rows) {
    for (const cell of cells) {
      const cover = covers.get(cell.serviceId);
      if (cover === undefined) continue;
      if (canServe(cell, today)) cover.ableCount += 1;
      const expiry = skillExpiry(cell, today);
      if (expiry === "soon" || expiry === "expired") cover.expiringCount += 1;
    }
  }
  return [...covers].map(([serviceId, cover]) => ({ serviceId, ...cover }));
}

/** The cells of one person: all that was signalled or entered, in the order of the services' keys. */
export function skillCells(
  signalled: readonly { readonly serviceId: string; readonly level: number }[],
  entered: readonly EnteredSkill[],
): SkillCell[] {
  const cells = new Map<string, SkillCell>();
  for (const { serviceId, level } of signalled) {
    cells.set(serviceId, { serviceId, signalledLevel: level, entered: null });
  }
  for (const skill of entered) {
    const before = cells.get(skill.serviceId);
    cells.set(skill.serviceId, {
      serviceId: skill.serviceId,
      signalledLevel: before?.signalledLevel ?? null,
      entered: skill,
    });
  }
  return [...cells.values()].sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
}
