import { Trans, useLingui } from "@lingui/react/macro";
import { useAtTick } from "../client/server-clock.ts";
import { usePastBecause } from "../floor/floor-mode.ts";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Kbd } from "../ui/kbd.tsx";
import { useReplay } from "./replay-context.tsx";
import { useReplayKeys } from "./use-replay-keys.ts";
import "./replay-band.css";

/** Says, across the whole floor, that this is not now. */
export function ReplayBand({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const pastBecause = usePastBecause();
  const { timeZone, isPlaying, speed, date } = useReplay();
  const day = useAtTick((nowMs) => format.date(nowMs, timeZone));
  const time = useAtTick((nowMs) => format.time(nowMs, timeZone));
  const liveKeys = useShortcut("backToLive", onLeave);
  useReplayKeys(onLeave);
  return (
    <div className="replay-band">
      <p className="replay-moment number">
        {date === null ? <Trans>Rejeu</Trans> : t`Rejeu du ${day}, ${time}`}
        {" – "}
        {isPlaying ? `×${speed}` : t`en pause`}
      </p>
      <p className="replay-reason">{pastBecause}</p>
      <Button variant="primary" onPress={onLeave} {...liveKeys}>
        <Trans>Revenir au direct</Trans> <Kbd>L</Kbd>
      </Button>
    </div>
  );
}
