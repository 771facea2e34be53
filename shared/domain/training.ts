/** A training: who came, and the skills that it granted. */
import { z } from "zod";
import { type EnteredSkill, skillLevelSchema } from "./skill-matrix.ts";

export const attendances = ["expected", "attended", "absent"] as const;
export const attendanceSchema = z.enum(attendances);
export type Attendance = z.infer<typeof attendanceSchema>;

export const attendeeSchema = z.object({
  agentId: z.string().min(1).max(128),
  attendance: attendanceSchema,
  /** The level that it grants to somebody who attended; null: none. */
  level: skillLevelSchema.nullable(),
  /** Last local date on which that level counts; null where it does not expire. */
  expiresDate: z.iso.date().nullable(),
});
export type Attendee = z.infer<typeof attendeeSchema>;

/** What a person fills in. */
export const trainingDraftSchema = z.object({
  topic: z.string().trim().min(1).max(200),
  /** The service that it is about; null where it is about none, and grants no skill. */
  serviceId: z.string().min(1).max(128).nullable(),
  date: z.iso.date(),
  trainer: z.string().trim().max(120),
  attendees: z.array(attendeeSchema).min(1).max(100),
});
export type TrainingDraft = z.infer<typeof trainingDraftSchema>;

export const trainingSchema = trainingDraftSchema.extend({
  id: z.string(),
  /** Confirmed: attendance is final, and the skills are in the matrix. */
  state: z.enum(["planned", "confirmed"]),
  author: z.string(),
  confirmedAtMs: z.number().nullable(),
  confirmedBy: z.string().nullable(),
});
export type Training = z.infer<typeof trainingSchema>;

/** Whether attendance is known of everybody, so that the training can be confirmed. */
export function isAttendanceKnown({ attendees }: Pick<Training, "attendees">): boolean {
  return attendees.every(({ attendance }) => attendance !== "expected");
}

/** The skills that a training writes into the matrix: of those who attended, where a level was granted. */
export function skillsGranted(
  training: Pick<Training, "id" | "serviceId" | "date" | "attendees">,
  by: string,
  atMs: number,
): EnteredSkill[] {
  const { id, serviceId, date, attendees } = training;
  if (serviceId === null) return [];
  return attendees.flatMap(({ agentId, attendance, level, expiresDate }) =>
    attendance !== "attended" || level === null
      ? []
      : [{ agentId, serviceId, level, sinceDate: date, expiresDate, by, atMs, trainingId: id }],
  );
}
