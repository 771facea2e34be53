import { useLingui } from "@lingui/react/macro";
import type { ServiceOutlook } from "../../shared/domain/outlook.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";

/** Until when help is wanted, by the clock of the site; where that is closing time, it says so. */
export function useUntilWords({ siteId, closesAtMs }: Pick<ServiceOutlook, "siteId" | "closesAtMs">) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(siteId);
  return (untilMs: number): string => {
    const time = format.time(untilMs, timeZone);
    return untilMs === closesAtMs ? t`la fermeture (${time})` : time;
  };
}
