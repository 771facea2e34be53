import { expect, it } from "vitest";
import { type Alert, cleared, withStep } from "../../../shared/domain/alert.ts";
import { type AlertRule, defaultAlertRules } from "../../../shared/domain/alert-rule.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

function alert(id: string, raisedAtMs: number): Alert {
  return {
    id,
    ruleId: "longest-wait",
    subject: { kind: "service", siteId: "hall", serviceId: "passports" },
    reason: { measure: "longest_wait", value: 1_080, threshold: 900, heldSeconds: 120 },
    raisedAtMs,
    clearedAtMs: null,
    snoozedUntilMs: null,
    announced: false,
    steps: [],
  };
}

/** Alerts: kept with what people did about them, and with the rules that raised them. */
export function alertContract(openFresh: OpenFresh): void {
  it(
    "keeps rules in their order, also over a change and a restart",
    onFresh(openFresh, async (store, fresh) => {
      for (const rule of defaultAlertRules) await store.putAlertRule(rule);
      const changed: AlertRule = { ...defaultAlertRules[0], enabled: false } as AlertRule;
      await store.putAlertRule(changed);
      await store.removeAlertRule("stale-feed");
      await store.removeAlertRule("nothing");
      const reopened = await fresh.reopen();
      expect(await reopened.alertRules()).toEqual([changed, ...defaultAlertRules.slice(1, -1)]);
    }),
  );

  it(
    "keeps alerts, and tells the open ones from the others",
    onFresh(openFresh, async (store, fresh) => {
      await store.changeAlerts([], () => [alert("b", morningMs + 5), alert("a", morningMs)]);
      const done = withStep(alert("a", morningMs), {
        kind: "acknowledged",
        atMs: morningMs + 9,
        by: "Claire",
      });
      await store.changeAlerts(["a"], (known) =>
        [...known.values()].map((one) => cleared({ ...one, steps: done.steps }, morningMs + 20)),
      );
      const reopened = await fresh.reopen();
      expect(await reopened.openAlerts()).toEqual([alert("b", morningMs + 5)]);
      expect(await reopened.alertsBetween(morningMs, morningMs + 5)).toEqual([
        { ...done, clearedAtMs: morningMs + 20 },
      ]);
      expect((await reopened.alertsBetween(morningMs, morningMs + 6)).map(({ id }) => id)).toEqual([
        "b",
        "a",
      ]);
    }),
  );

  it(
    "changes nothing where the decision refuses, and tells listeners of what it keeps",
    onFresh(openFresh, async (store) => {
      const heard: boolean[] = [];
      store.subscribe((changed) => heard.push(changed.alerts));
      await store.changeAlerts([], () => [alert("a", morningMs)]);
      const refused = store.changeAlerts(["a", "none"], (known) => {
        expect([...known.keys()]).toEqual(["a"]);
        throw new Error("refused");
      });
      await expect(refused).rejects.toThrow();
      expect(await store.openAlerts()).toEqual([alert("a", morningMs)]);
      expect(heard).toEqual([true]);
    }),
  );
}
