/** Alerts: looks at the live floor once a second, and keeps what people did about what it found. */
import { randomUUID } from "node:crypto";
import {
  type Alert,
  cleared,
  isAlertAt,
  needsPerson,
  type OpenAlert,
  type SnoozeMinutes,
  withStep,
} from "../../shared/domain/alert.ts";
import {
  type AlertMoment,
  type AlertState,
  type AlertTransition,
  evaluateAlerts,
  isQuietFor,
  nothingWatched,
  watchKey,
} from "../../shared/domain/alert-evaluate.ts";
import type { AlertView } from "../../shared/domain/alert-reading.ts";
import { type AlertRule, defaultAlertRules } from "../../shared/domain/alert-rule.ts";
import type { Directory } from "../../shared/domain/directory.ts";
import { Fault } from "../../shared/faults.ts";
import { minuteOfDay } from "../../shared/queueing/intervals.ts";
import type { AlertStore, DirectoryStore, StoreUpkeep } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";

const periodMs = 1_000;
const longestSnoozeMs = 30 * 60_000;
/** The store's label that says that the first rules were put in, so that removed ones stay away. */
const rulesLabel = "has-alert-rules";

export interface AlertLogQuery {
  readonly siteId: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit: number;
}

export interface AlertService {
  list(siteId: string | null): Promise<OpenAlert[]>;
  log(query: AlertLogQuery): Promise<{ total: number; alerts: Alert[] }>;
  acknowledge(id: string): Promise<Alert>;
  snooze(id: string, minutes: SnoozeMinutes): Promise<Alert>;
  assign(id: string, to: string): Promise<Alert>;
  announce(id: string): Promise<{ sound: boolean; desktop: boolean }>;
  rules(): Promise<AlertRule[]>;
  putRule(rule: AlertRule): Promise<AlertRule[]>;
  removeRule(id: string): Promise<AlertRule[]>;
  /** Takes up what was open before, and begins to look at the floor. */
  start(): Promise<void>;
  stop(): void;
  /** Looks at the floor once; `start` does so every second. */
  look(): Promise<void>;
}

/** What alerts need of the store. */
export type AlertsStore = AlertStore & DirectoryStore & Pick<StoreUpkeep, "label" | "setLabel">;

/** Makes the alerts of a floor; `operator` names who acts. */
export function createAlerts(
  store: AlertsStore,
  floor: { snapshot(siteId: null): AlertView },
  clock: Clock,
  operator: () => string,
  log: Log,
): AlertService {
  let state: AlertState = nothingWatched;
  let stopLooking: (() => void) | undefined;
  /** Ids of open alerts and ends of snoozes, by `watchKey`. */
  const openIds = new Map<string, string>();
  const snoozes = new Map<string, number>();

  async function firstRules(): Promise<void> {
    if ((await store.label(rulesLabel)) !== undefined) return;
    for (const rule of defaultAlertRules) await store.putAlertRule(rule);
    await store.setLabel(rulesLabel, "yes");
  }

  async function takeUp(): Promise<void> {
    const nowMs = clock.nowMs();
    for (const alert of await store.alertsBetween(nowMs - 2 * longestSnoozeMs, nowMs + 1)) keepSnooze(alert);
    const watches = new Map(state.watches);
    for (const alert of await store.openAlerts()) {
      const { ruleId, subject } = alert;
      const key = watchKey(ruleId, subject);
      openIds.set(key, alert.id);
      keepSnooze(alert);
      watches.set(key, { ruleId, subject, heldMs: 0, isRaised: true, value: null });
    }
    state = { ...state, watches };
  }

  function keepSnooze({ ruleId, subject, snoozedUntilMs }: Alert): void {
    if (snoozedUntilMs === null) return;
    const key = watchKey(ruleId, subject);
    snoozes.set(key, Math.max(snoozedUntilMs, snoozes.get(key) ?? 0));
  }

  async function look(): Promise<void> {
    const nowMs = clock.nowMs();
    const moment = momentAt(nowMs, await store.directory());
    const found = evaluateAlerts(await store.alertRules(), floor.snapshot(null), moment, state);
    for (const [key, untilMs] of snoozes) if (untilMs <= nowMs) snoozes.delete(key);
    if (found.transitions.length > 0) await keep(found.transitions, nowMs);
    state = found.state;
  }

  /** One commit for all; what is in memory follows only once it is on disk. */
  async function keep(transitions: readonly AlertTransition[], nowMs: number): Promise<void> {
    const raised = new Map<string, Alert>();
    const clearedKeys: string[] = [];
    for (const transition of transitions) {
      const key = watchKey(transition.ruleId, transition.subject);
      if (transition.kind === "cleared") clearedKeys.push(key);
      else raised.set(key, raisedAlert(transition, nowMs, snoozes.get(key) ?? null));
    }
    const clearedIds = clearedKeys.flatMap((key) => openIds.get(key) ?? []);
    await store.changeAlerts(clearedIds, (known) => [
      ...[...known.values()].map((alert) => cleared(alert, nowMs)),
      ...raised.values(),
    ]);
    for (const key of clearedKeys) openIds.delete(key);
    for (const [key, alert] of raised) openIds.set(key, alert.id);
  }

  async function change(id: string, decide: (alert: Alert, atMs: number) => Alert): Promise<Alert> {
    const [changed] = await store.changeAlerts([id], (known) => {
      const alert = known.get(id);
      if (alert === undefined || alert.clearedAtMs !== null) throw noLongerOpen(id);
      return [decide(alert, clock.nowMs())];
    });
    if (changed === undefined) throw noLongerOpen(id);
    return changed;
  }

  return {
    async list(siteId) {
      const open = await store.openAlerts();
      return open
        .filter((alert) => isAlertAt(alert, siteId))
        .map((alert) => ({
          ...alert,
          valueNow: state.watches.get(watchKey(alert.ruleId, alert.subject))?.value ?? null,
        }));
    },
    async log({ siteId, fromMs, toMs, limit }) {
      const alerts = (await store.alertsBetween(fromMs, toMs)).filter((alert) => isAlertAt(alert, siteId));
      return { total: alerts.length, alerts: alerts.slice(0, limit) };
    },
    acknowledge: (id) =>
      change(id, (alert, atMs) => withStep(alert, { kind: "acknowledged", atMs, by: operator() })),
    async snooze(id, minutes) {
      const alert = await change(id, (open, atMs) =>
        withStep(open, { kind: "snoozed", atMs, by: operator(), untilMs: atMs + minutes * 60_000 }),
      );
      snoozes.set(watchKey(alert.ruleId, alert.subject), alert.snoozedUntilMs ?? 0);
      return alert;
    },
    assign: (id, to) =>
      change(id, (alert, atMs) => withStep(alert, { kind: "assigned", atMs, by: operator(), to })),
    async announce(id) {
      const moment = momentAt(clock.nowMs(), await store.directory());
      const rules = await store.alertRules();
      let told = { sound: false, desktop: false };
      await change(id, (alert) => {
        const rule = rules.find((one) => one.id === alert.ruleId);
        if (rule === undefined || alert.announced || !needsPerson(alert, moment.nowMs)) return alert;
        if (isQuietFor(rule, alert.subject, moment)) return alert;
        told = { sound: rule.sound, desktop: rule.desktop };
        return { ...alert, announced: true };
      });
      return told;
    },
    rules: () => store.alertRules(),
    async putRule(rule) {
      await store.putAlertRule(rule);
      return store.alertRules();
    },
    async removeRule(id) {
      await store.removeAlertRule(id);
      return store.alertRules();
    },
    async start() {
      await firstRules();
      await takeUp();
      stopLooking = every(periodMs, look, (error) => log.error("alerts", error));
    },
    stop() {
      stopLooking?.();
    },
    look,
  };
}

/** Local minutes of sites at an instant, each time zone worked out once. */
function momentAt(nowMs: number, directory: Directory): AlertMoment {
  const minutes = new Map<string, number>();
  return {
    nowMs,
    localMinute(siteId) {
      const timeZone = timeZoneOf(directory, siteId);
      const minute = minutes.get(timeZone) ?? minuteOfDay(nowMs, timeZone);
      minutes.set(timeZone, minute);
      return minute;
    },
  };
}

function raisedAlert(
  { ruleId, subject, reason }: AlertTransition & { readonly kind: "raised" },
  raisedAtMs: number,
  snoozedUntilMs: number | null,
): Alert {
  return {
    id: randomUUID(),
    ruleId,
    subject,
    reason,
    raisedAtMs,
    clearedAtMs: null,
    snoozedUntilMs,
    announced: false,
    steps: [],
  };
}

function noLongerOpen(alertId: string): Fault {
  return new Fault("not_found", "The alert has cleared meanwhile; nothing was changed.", { alertId });
}
