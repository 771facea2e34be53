import { useLingui } from "@lingui/react/macro";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { replayAddress } from "./replay-address.ts";

/** A moment as date and time; following it plays the floor again from there. */
export function MomentLink({ atMs }: { readonly atMs: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone();
  const moment = format.dateTime(atMs, timeZone);
  if (timeZone === null) return <span className="number">{moment}</span>;
  return (
    <a className="number" href={`#${replayAddress(atMs, timeZone)}`} title={t`Rejouer ce moment`}>
      {moment}
    </a>
  );
}
