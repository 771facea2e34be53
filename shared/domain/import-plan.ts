/**
 * What the columns of a table of tickets mean, as a person says it in the import assistant. It becomes
 * a mapping file; a mapping file may say more than that.
 */
import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { keySchema } from "./event.ts";
import type { Condition, EventRule, Mapping, TimeRule, Value } from "./import-mapping.ts";

/** Moments of a case that a row may tell, in their order. */
export const moments = ["arrival", "call", "start", "end"] as const;
export type MomentName = (typeof moments)[number];

/** What a text of the outcome column means. `ignored`: the row is no case; `open`: it is not over. */
export const outcomes = ["completed", "no_show", "abandoned", "cancelled", "open", "ignored"] as const;
export type Outcome = (typeof outcomes)[number];

const column = z.string().min(1);
const texts = z.string().min(1).max(200);

const momentSchema = z.object({
  /** The column with the date, or with date and time; null: the day is that of the moment before. */
  date: column.nullable(),
  dateFormat: z.string(),
  /** The column with the time of day where it stands apart. */
  time: column.nullable(),
  timeFormat: z.string(),
});
export type Moment = z.infer<typeof momentSchema>;

export const importPlanSchema = z.object({
  name: z.string().trim().min(1).max(80),
  timeZone: z.string(),
  /** A column, or one site for all rows. */
  site: z.object({ column: column.nullable(), key: keySchema, name: z.string().max(80) }),
  service: z.object({
    column: column.nullable(),
    key: keySchema,
    name: z.string().max(80),
    /** Services of ours by their texts; other texts stay as they are. */
    values: z.record(texts, keySchema),
  }),
  channel: z.object({
    column: column.nullable(),
    channel: channelSchema,
    values: z.record(texts, channelSchema),
  }),
  ticket: column.nullable(),
  agent: column.nullable(),
  counter: column.nullable(),
  moments: z.object({
    arrival: momentSchema,
    call: momentSchema.nullable(),
    start: momentSchema.nullable(),
    end: momentSchema.nullable(),
  }),
  outcome: z.object({
    column: column.nullable(),
    values: z.record(texts, z.enum(outcomes)),
    /** What any other text means. */
    others: z.enum(outcomes),
  }),
  /** Where there is no column for it: what becomes of cases without an end. */
  withoutEnd: z.enum(["cancelled", "open"]),
  /** Columns that together are unique to a case. */
  identity: z.array(column).max(6),
  /** Texts that mean "nothing here". */
  emptyTexts: z.array(texts).max(20),
  /** Rows that are left out. */
  ignore: z.array(z.object({ column, values: z.array(texts).min(1).max(50) })).max(20),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** What must be said before a plan means anything. */
export type PlanGap = "arrival" | "arrival_day" | "identity";

/** What a plan still lacks; nothing where it can become a mapping. */
export function gapsOf(plan: Pick<ImportPlan, "moments" | "identity">): PlanGap[] {
  const { date, time } = plan.moments.arrival;
  if (date === null && time === null) return ["arrival"];
  if (date === null) return ["arrival_day"];
  return plan.identity.length === 0 ? ["identity"] : [];
}

/** The mapping file that says the same; the plan has no gaps. */
export function mappingOf(plan: ImportPlan, file: Mapping["file"]): Mapping {
  const { site, service, channel } = plan;
  return {
    name: plan.name,
    source: sourceOf(plan),
    ...(file === undefined || Object.keys(file).length === 0 ? {} : { file }),
    timeZone: plan.timeZone,
    site: site.column === null ? site.key : cell(site.column),
    ...(site.column === null && site.name !== "" ? { siteName: site.name } : {}),
    service: service.column === null ? service.key : withValues(service.column, service.values),
    ...serviceNameOf(plan),
    channel: channel.column === null ? channel.channel : withValues(channel.column, channel.values),
    subject: [site.column === null ? site.key : cell(site.column), ...plan.identity.map(cell)].join("/"),
    ...ignoreOf(plan),
    times: timesOf(plan),
    events: eventsOf(plan),
  };
}

/** Not made of the plan's name: under another name, the same file must still add nothing. */
function sourceOf({ site, channel }: ImportPlan): string {
  const place = site.column === null ? site.key : "sites";
  const by = channel.column === null ? channel.channel : "channels";
  return `urn:vigie:import:${encodeURIComponent(`${place}-${by}`)}`;
}

function serviceNameOf({ service }: ImportPlan): Pick<Mapping, "serviceName"> {
  if (service.column !== null) return { serviceName: cell(service.column) };
  return service.name === "" ? {} : { serviceName: service.name };
}

function cell(name: string): string {
  return `{${name}}`;
}

function withValues(name: string, values: Readonly<Record<string, string>>): Value {
  return Object.keys(values).length === 0 ? cell(name) : { text: cell(name), values: { ...values } };
}

function ignoreOf(plan: ImportPlan): Pick<Mapping, "ignore"> {
  const rules = plan.ignore.map(({ column: name, values }) => ({
    name: `${name} : ${values.join(", ")}`.slice(0, 80),
    where: { column: name, is: values },
  }));
  const { column: outcome } = plan.outcome;
  const where = outcome === null ? null : whereOutcome(plan, outcome, "ignored");
  const all = where === null ? rules : [...rules, { name: `${outcome}`.slice(0, 80), where }];
  return all.length === 0 ? {} : { ignore: all };
}

/** Rows whose outcome column says this; null where no row can. */
function whereOutcome(plan: ImportPlan, name: string, outcome: Outcome): Condition | null {
  const entries = Object.entries(plan.outcome.values);
  if (plan.outcome.others === outcome) {
    const elsewhere = entries.filter(([, meant]) => meant !== outcome).map(([text]) => text);
    return { column: name, isNot: elsewhere };
  }
  const here = entries.filter(([, meant]) => meant === outcome).map(([text]) => text);
  return here.length === 0 ? null : { column: name, is: here };
}

function timesOf(plan: ImportPlan): Record<string, TimeRule> {
  const times: Record<string, TimeRule> = {};
  const earlier: MomentName[] = [];
  for (const name of moments) {
    const moment = plan.moments[name];
    if (moment === null) continue;
    times[name] = timeRule(moment, name === "arrival" ? [] : plan.emptyTexts, earlier);
    earlier.unshift(name);
  }
  return times;
}

function timeRule(moment: Moment, emptyTexts: readonly string[], earlier: readonly MomentName[]): TimeRule {
  const none = emptyTexts.length === 0 ? {} : { none: { values: [...emptyTexts] } };
  const { date, time } = moment;
  if (date === null) {
    const near = earlier.length === 0 ? {} : { near: [...earlier] };
    return { text: cell(time ?? ""), format: withoutSeconds(moment.timeFormat), ...none, ...near };
  }
  if (time === null) return { text: cell(date), format: withoutSeconds(moment.dateFormat), ...none };
  const both = emptyTexts.map((text) => `${text} ${text}`);
  return {
    text: `${cell(date)} ${cell(time)}`,
    format: withoutSeconds(`${moment.dateFormat} ${moment.timeFormat}`),
    ...(both.length === 0 ? {} : { none: { values: both } }),
  };
}

/** Spreadsheets leave the seconds out where they are nought. */
function withoutSeconds(format: string): string | string[] {
  return format.endsWith(":ss") ? [format, format.slice(0, -3)] : format;
}

function eventsOf(plan: ImportPlan): EventRule[] {
  const optional = (name: string | null): Value | null =>
    name === null
      ? null
      : plan.emptyTexts.length === 0
        ? cell(name)
        : { text: cell(name), empty: [...plan.emptyTexts] };
  const agent = optional(plan.agent);
  const counter = optional(plan.counter);
  const byAgent = agent === null ? {} : { agent };
  return [
    {
      type: "case.arrived",
      at: "arrival",
      ...(plan.ticket === null ? {} : { data: { ticket: cell(plan.ticket) } }),
    },
    ...calledOf(plan, { ...byAgent, ...(counter === null ? {} : { counter }) }),
    ...startedOf(plan, byAgent),
    ...(plan.outcome.column === null ? endsByTimes(plan) : endsByOutcome(plan, plan.outcome.column)),
  ];
}

/** Where only the call or only the start is known, it stands for both: nobody waits at the counter. */
function calledOf(plan: ImportPlan, data: Record<string, Value>): EventRule[] {
  const { call, start } = plan.moments;
  const at: MomentName | null = call !== null ? "call" : start !== null ? "start" : null;
  return at === null ? [] : [{ type: "case.called", at, where: known(at), ...withData(data) }];
}

function startedOf(plan: ImportPlan, data: Record<string, Value>): EventRule[] {
  const { call, start, end } = plan.moments;
  if (start !== null)
    return [{ type: "case.started", at: "start", where: known("start"), ...withData(data) }];
  if (call === null) return [];
  const { column: name } = plan.outcome;
  const served = name === null ? (end === null ? null : known("end")) : whereOutcome(plan, name, "completed");
  return served === null
    ? []
    : [{ type: "case.started", at: "call", where: { all: [known("call"), served] }, ...withData(data) }];
}

function known(time: MomentName): Condition {
  return { time, known: true };
}

function withData(data: Record<string, Value>): Pick<EventRule, "data"> {
  return Object.keys(data).length === 0 ? {} : { data };
}

/** The moments of the plan before the end, the last one first. */
function beforeEnd(plan: ImportPlan): MomentName[] {
  return (["start", "call", "arrival"] as const).filter((name) => plan.moments[name] !== null);
}

function endsByOutcome(plan: ImportPlan, name: string): EventRule[] {
  const last: MomentName[] = plan.moments.end === null ? beforeEnd(plan) : ["end", ...beforeEnd(plan)];
  return (["completed", "no_show", "abandoned", "cancelled"] as const).flatMap((outcome): EventRule[] => {
    const where = whereOutcome(plan, name, outcome);
    if (where === null) return [];
    // How long somebody was served must not be guessed: without its end, such a row is rejected.
    const at = outcome === "completed" && plan.moments.end !== null ? ["end"] : last;
    return [{ type: `case.${outcome}`, at: [...at], where }];
  });
}

/** Who was called or served and has an end was completed; who was not has left. */
function endsByTimes(plan: ImportPlan): EventRule[] {
  const hasEnd = plan.moments.end !== null;
  const served = beforeEnd(plan).filter((name) => name !== "arrival");
  const wasServed: Condition | null =
    served.length === 0 ? null : { any: served.map((time) => ({ time, known: true })) };
  const ended: Condition = { time: "end", known: true };
  const rules: EventRule[] = [];
  if (hasEnd) {
    rules.push({
      type: "case.completed",
      at: "end",
      where: wasServed === null ? ended : { all: [ended, wasServed] },
    });
    if (wasServed !== null) {
      rules.push({ type: "case.abandoned", at: "end", where: { all: [ended, { not: wasServed }] } });
    }
  }
  if (plan.withoutEnd === "cancelled") {
    rules.push({
      type: "case.cancelled",
      at: beforeEnd(plan),
      ...(hasEnd ? { where: { time: "end", known: false } } : {}),
    });
  }
  return rules;
}
