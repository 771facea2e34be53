import { Plural, Trans } from "@lingui/react/macro";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { shareRange } from "./band-words.ts";
import { useOutlook } from "./use-outlook.ts";
import { useUntilWords } from "./use-until-words.ts";
import "./call-advice.css";

export interface CallAdviceProps {
  readonly siteId: string;
  readonly serviceId: string;
}

/** How many people the outlook advises to call for a service, and what happens without and with them. */
export function CallAdvice({ siteId, serviceId }: CallAdviceProps) {
  const format = useFormat();
  const timeZone = useTimeZone(siteId);
  const outlook = useOutlook(siteId).data?.services.find((one) => one.serviceId === serviceId);
  const untilWords = useUntilWords({ siteId, closesAtMs: outlook?.closesAtMs ?? null });
  if (outlook === undefined) return null;
  if (outlook.advice === null) {
    return (
      <p className="call-advice">
        <Trans>L’objectif est tenu sans renfort.</Trans>
      </p>
    );
  }
  const { agents, untilMs, worstAtMs, without, withBackup } = outlook.advice;
  const [at, until] = [format.time(worstAtMs, timeZone), untilWords(untilMs)];
  const share = (value: number) => format.percentNumber(value);
  const [level, range] = [format.percent(without.expected), shareRange(without, share)];
  const [helpedLevel, helpedRange] = [format.percent(withBackup.expected), shareRange(withBackup, share)];
  return (
    <p className="call-advice number">
      <Trans>
        Conseillé : <Plural value={agents} one="# renfort" other="# renforts" /> jusqu’à {until}.
      </Trans>{" "}
      <Trans>
        À {at}, dans l’objectif : {level} ({range}) sans, <strong>{helpedLevel}</strong> ({helpedRange}) avec.
      </Trans>
    </p>
  );
}
