/** What an event of a row says, in few words. */
import { useLingui } from "@lingui/react/macro";
import type { ImportPreview } from "../../../shared/contract/import.ts";

type PreviewedEvent = Extract<ImportPreview["rows"][number]["result"], { kind: "events" }>["events"][number];

/** Names the event, or gives its type where there is no word for it. */
export function useEventWord(): (event: Pick<PreviewedEvent, "type">) => string {
  const { t } = useLingui();
  return ({ type }) => {
    switch (type) {
      case "case.arrived":
        return t`arrivée`;
      case "case.called":
        return t`appel`;
      case "case.started":
        return t`début`;
      case "case.completed":
        return t`servi`;
      case "case.no_show":
        return t`absent`;
      case "case.abandoned":
        return t`parti`;
      case "case.cancelled":
        return t`clos`;
      case "queue.observed":
        return t`relevé de file`;
      default:
        return type;
    }
  };
}

/** The local time that the event carries, without its date: `08:31`. */
export function localTime(time: string): string {
  const [, shown = time] = /T(\d\d:\d\d)/.exec(time) ?? [];
  return shown;
}

/** The local date that the event carries: `24/11/2026`, as in both languages. */
export function localDate(time: string): string {
  return time.slice(0, 10).split("-").reverse().join("/");
}
