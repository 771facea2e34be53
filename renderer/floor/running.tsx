import { useLingui } from "@lingui/react";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { LevelMark } from "../ui/level-mark.tsx";
import { waitLevel } from "./judge.ts";
import { waitWords } from "./words.ts";

/** The time since an instant, ticking. */
export function Elapsed({ sinceMs }: { readonly sinceMs: number }) {
  const format = useFormat();
  return <span className="number">{useAtTick((nowMs) => format.clock((nowMs - sinceMs) / 1_000))}</span>;
}

/** The time since an instant as words, renewed when they change: 12 s, 7 min. */
export function useAge(sinceMs: number): string {
  const format = useFormat();
  return useAtTick((nowMs) => format.duration((nowMs - sinceMs) / 1_000));
}

export interface WaitProps {
  readonly sinceMs: number;
  readonly targetSeconds: number;
}

/** A running wait with its state against the target. */
export function RunningWait({ sinceMs, targetSeconds }: WaitProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const level = useAtTick((nowMs) => waitLevel((nowMs - sinceMs) / 1_000, targetSeconds));
  const text = useAtTick((nowMs) => format.clock((nowMs - sinceMs) / 1_000));
  return (
    <LevelMark level={level} word={i18n._(waitWords[level])}>
      {text}
    </LevelMark>
  );
}
