import { useNowMs } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";

/** The time of the site. */
export function WallClock({ timeZone }: { readonly timeZone: string | null }) {
  const format = useFormat();
  return <time className="wall-clock number">{format.time(useNowMs(), timeZone)}</time>;
}
