/** Somebody on the backup roster as text fields: what a person types, and what it makes. */
import { minutesOfDay } from "../../shared/domain/availability.ts";
import { slugOf } from "../../shared/domain/connector.ts";
import { type BackupPerson, backupPersonSchema } from "../../shared/domain/directory.ts";
import { keySchema } from "../../shared/domain/event.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export interface PersonForm {
  readonly name: string;
  /** Empty: made from the name. */
  readonly agentId: string;
  readonly siteId: string;
  readonly skills: BackupPerson["skills"];
  readonly travelMinutes: string;
  readonly email: string;
  readonly phone: string;
  /** False: at any time. */
  readonly hasHours: boolean;
  /** `9:00–12:00, 14:00–17:00` for each day; empty: not on that day. */
  readonly hours: Readonly<Record<Weekday, string>>;
}

export type PersonField = "name" | "agentId" | "travelMinutes" | "email" | "hours" | "skills";

const noHours: PersonForm["hours"] = { 1: "", 2: "", 3: "", 4: "", 5: "", 6: "", 7: "" };
const usualDay = "9:00–12:00, 14:00–17:00";
const usualHours: PersonForm["hours"] = {
  ...noHours,
  1: usualDay,
  2: usualDay,
  3: usualDay,
  4: usualDay,
  5: usualDay,
};

/** The form of a person; an empty one for somebody new at a site. */
export function personFormOf(person: BackupPerson | null, siteId: string): PersonForm {
  if (person === null) {
    return {
      name: "",
      agentId: "",
      siteId,
      skills: [],
      travelMinutes: "",
      email: "",
      phone: "",
      hasHours: false,
      hours: usualHours,
    };
  }
  const spans = person.hours ?? [];
  const dayOf = (weekday: number) =>
    spans
      .filter((span) => span.weekday === weekday)
      .map((span) => `${clockOf(span.fromMinute)}–${clockOf(span.toMinute)}`)
      .join(", ");
  return {
    name: person.name,
    agentId: person.agentId,
    siteId: person.siteId,
    skills: person.skills,
    travelMinutes: person.travelMinutes === null ? "" : String(person.travelMinutes),
    email: person.email ?? "",
    phone: person.phone ?? "",
    hasHours: person.hours !== null,
    hours:
      person.hours === null
        ? usualHours
        : { 1: dayOf(1), 2: dayOf(2), 3: dayOf(3), 4: dayOf(4), 5: dayOf(5), 6: dayOf(6), 7: dayOf(7) },
  };
}

/** The person that a form makes, or the fields that are not right yet. */
export function personOf(
  form: PersonForm,
): { readonly person: BackupPerson } | { readonly wrong: readonly PersonField[] } {
  const name = form.name.trim();
  const agentId = form.agentId.trim() === "" ? slugOf(name, 60) : form.agentId.trim();
  const travel = form.travelMinutes.trim();
  const spans = weekdays.map((weekday) => spansOf(weekday, form.hours[weekday]));
  const wrong: PersonField[] = [
    ...(name === "" ? (["name"] as const) : []),
    ...(keySchema.safeParse(agentId).success ? [] : (["agentId"] as const)),
    ...(travel === "" || (/^\d{1,3}$/.test(travel) && Number(travel) <= 600)
      ? []
      : (["travelMinutes"] as const)),
    ...(form.hasHours && spans.includes(null) ? (["hours"] as const) : []),
    ...(form.skills.length === 0 ? (["skills"] as const) : []),
  ];
  const parsed = backupPersonSchema.safeParse({
    agentId,
    name,
    siteId: form.siteId,
    skills: form.skills,
    travelMinutes: travel === "" || wrong.includes("travelMinutes") ? null : Number(travel),
    hours: form.hasHours ? spans.flatMap((day) => day ?? []) : null,
    email: form.email.trim() === "" ? null : form.email.trim(),
    phone: form.phone.trim() === "" ? null : form.phone.trim(),
  });
  if (parsed.success && wrong.length === 0) return { person: parsed.data };
  const issues = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
  return { wrong: [...wrong, ...(issues.includes("email") ? (["email"] as const) : [])] };
}

/** Minutes since midnight as people write them: 9:00. */
export function clockOf(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

const spanPattern = /^(\d{1,2})(?:[:hH.](\d{2})?)?\s*(?:-|–|—|à|to)\s*(\d{1,2})(?:[:hH.](\d{2})?)?$/;

/** Null where a part is not of the form `9:00–12:00` (or `9h-12h30`), or ends before it begins. */
export function spansOf(
  weekday: Weekday,
  text: string,
): { weekday: Weekday; fromMinute: number; toMinute: number }[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const spans = parts.flatMap((part) => {
    const [, fromHour, fromMinute = "0", toHour, toMinute = "0"] = spanPattern.exec(part) ?? [];
    if (fromHour === undefined || toHour === undefined) return [];
    if (Number(fromMinute) > 59 || Number(toMinute) > 59) return [];
    const span = {
      weekday,
      fromMinute: Number(fromHour) * 60 + Number(fromMinute),
      toMinute: Number(toHour) * 60 + Number(toMinute),
    };
    return span.fromMinute < span.toMinute && span.toMinute <= minutesOfDay ? [span] : [];
  });
  return spans.length === parts.length ? spans : null;
}
