/**
 * Who may ask what. Every procedure of the contract has its line: one that is missing does not compile.
 *
 * A role opens the procedure; what of it a person sees (own notes, own team) is decided by the service.
 */
import type { Role } from "../domain/role.ts";
import { roles } from "../domain/role.ts";
import type { contract } from "./contract.ts";

/** Roles, or `anyone`: also who is not signed in. */
export type Permission = readonly Role[] | "anyone";

/** Who may ask each procedure. */
export type Permissions = {
  readonly [N in keyof typeof contract]: { readonly [P in keyof (typeof contract)[N]]: Permission };
};

const everyone: readonly Role[] = roles;
/** Those who see the floor and its past. */
const house: readonly Role[] = ["supervisor", "team_lead", "manager", "administrator"];
const supervisors: readonly Role[] = ["supervisor"];
const coaches: readonly Role[] = ["team_lead"];
const managers: readonly Role[] = ["manager"];
const deciders: readonly Role[] = ["supervisor", "team_lead", "manager"];
const agents: readonly Role[] = ["agent"];
const administrators: readonly Role[] = ["administrator"];
/** A team lead about the own team, an agent about themselves. */
const coachesAndAgents: readonly Role[] = ["team_lead", "agent"];
const coachesAndManagers: readonly Role[] = ["team_lead", "manager"];

export const permissions: Permissions = {
  floor: { watch: house, at: house },
  replay: { days: house, day: house, nextEvent: house, watch: house },
  case: {
    get: house,
    assignees: house,
    reassign: supervisors,
    prioritise: supervisors,
    hold: supervisors,
    resume: supervisors,
    requeue: supervisors,
    undo: supervisors,
  },
  agent: { move: supervisors, undoMove: supervisors, setState: supervisors, helpers: house },
  backup: {
    roster: house,
    list: house,
    deliveries: house,
    figures: house,
    request: supervisors,
    stopCascade: supervisors,
    accept: supervisors,
    decline: supervisors,
    arrive: supervisors,
    release: supervisors,
  },
  notification: {
    get: administrators,
    put: administrators,
    test: administrators,
    watch: house,
    claim: house,
  },
  alert: {
    list: house,
    log: house,
    acknowledge: supervisors,
    snooze: supervisors,
    assign: supervisors,
    announce: house,
    rules: house,
    putRule: [...supervisors, ...administrators],
    removeRule: [...supervisors, ...administrators],
  },
  action: { list: house },
  outlook: { list: house, preview: house },
  figure: { query: house },
  chart: { table: house },
  export: { make: managers },
  report: {
    get: managers,
    putParagraph: managers,
    pdf: managers,
    schedules: managers,
    putSchedule: managers,
    removeSchedule: managers,
    runNow: managers,
  },
  intervention: { list: house },
  feedback: { overview: house, words: house },
  reply: {
    list: ["team_lead", "agent"],
    get: ["team_lead", "agent"],
    figures: ["team_lead", "manager", "agent"],
    templates: ["team_lead", "manager", "agent"],
    putTemplate: coaches,
    retireTemplate: coaches,
  },
  principle: { overview: everyone },
  idea: { list: everyone, propose: everyone, comment: everyone, move: deciders, effect: everyone },
  commitment: {
    list: everyone,
    owners: everyone,
    make: everyone,
    keep: everyone,
    miss: everyone,
    figures: house,
  },
  problem: {
    list: everyone,
    report: everyone,
    change: deciders,
    join: deciders,
    keepApart: deciders,
    split: deciders,
    experts: everyone,
  },
  note: {
    find: coaches,
    get: coaches,
    create: coaches,
    edit: coaches,
    follow: coaches,
    history: coaches,
    answers: coaches,
    drafts: coaches,
    keepDraft: coaches,
    dropDraft: coaches,
    teamFigures: coaches,
    agentFigures: coaches,
  },
  mine: {
    notes: agents,
    acknowledge: agents,
    answer: agents,
    figures: agents,
    views: agents,
    everything: agents,
  },
  agreedStep: { list: coachesAndAgents, add: coaches, edit: coaches, settle: coachesAndAgents },
  coachingSession: {
    list: coachesAndAgents,
    plan: coaches,
    replan: coaches,
    settle: coaches,
    calendar: coachesAndAgents,
  },
  preparation: { open: coaches },
  skillMatrix: { get: coachesAndManagers, put: coaches, remove: coaches },
  training: { list: coachesAndManagers, put: coaches, confirm: coaches },
  serviceSheet: { find: everyone, get: everyone, save: coachesAndManagers, history: everyone },
  knowledgeGap: { find: coachesAndManagers },
  directory: { get: everyone, put: administrators, removePerson: administrators },
  calendar: { list: house, put: administrators, holidays: house },
  feed: {
    list: house,
    http: administrators,
    renewToken: administrators,
    rejects: administrators,
    demoStatus: everyone,
    startDemo: administrators,
    stopDemo: administrators,
  },
  connector: { list: administrators, put: administrators, remove: administrators, test: administrators },
  import: {
    announce: administrators,
    discard: administrators,
    look: administrators,
    preview: administrators,
    start: administrators,
    stop: administrators,
    resume: administrators,
    forget: administrators,
    watch: administrators,
    putFolder: administrators,
    removeFolder: administrators,
    mappings: administrators,
    saveMapping: administrators,
    removeMapping: administrators,
    rejects: administrators,
    mend: administrators,
    replay: administrators,
    dismiss: administrators,
  },
  settings: { get: "anyone", put: everyone },
  session: { current: "anyone", signIn: "anyone", signOut: "anyone", changePassphrase: everyone },
  person: { list: administrators, put: administrators },
  audit: { list: administrators },
  console: { status: everyone, watch: "anyone", check: administrators, backup: administrators },
};

/** The roles that may ask the procedure at a path such as `["note", "find"]`; none where there is no such procedure. */
export function whoMayAsk(path: readonly string[]): readonly Role[] {
  const permission = permissionAt(path);
  return permission === "anyone" ? everyone : permission;
}

/** Whether roles may ask the procedure at a path; what there is not is asked by nobody. */
export function mayAsk(held: readonly Role[], path: readonly string[]): boolean {
  const permission = permissionAt(path);
  return permission === "anyone" || permission.some((role) => held.includes(role));
}

function permissionAt([noun = "", procedure = ""]: readonly string[]): Permission {
  const table: Readonly<Record<string, Readonly<Record<string, Permission>>>> = permissions;
  return table[noun]?.[procedure] ?? [];
}
