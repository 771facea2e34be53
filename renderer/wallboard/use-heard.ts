/** Whether the console really answers, asked again and again: an open line proves nothing. */
import { useEffect, useState } from "react";
import { useClient, useLinkState } from "../client/client.ts";
import { serverNowMs } from "../client/server-clock.ts";

const askEveryMs = 4_000;
const patienceMs = 4_000;

export interface Heard {
  /** False where what is on screen may be old. */
  readonly isHeard: boolean;
  /** Until when what is on screen is known to be right. */
  readonly knownAtMs: number;
}

/** Asks the console every few seconds for a sign of life. */
export function useHeard(): Heard {
  const client = useClient();
  const isLinked = useLinkState() === "live";
  const [heard, setHeard] = useState<Heard>(() => ({ isHeard: true, knownAtMs: serverNowMs() }));
  useEffect(() => {
    if (!isLinked) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(): Promise<void> {
      const isHeard = await answersInTime(client.settings.get());
      if (isOver) return;
      setHeard((before) => ({ isHeard, knownAtMs: isHeard ? serverNowMs() : before.knownAtMs }));
      timer = setTimeout(() => void ask(), askEveryMs);
    }
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, isLinked]);
  return isLinked ? heard : { ...heard, isHeard: false };
}

async function answersInTime(answer: Promise<unknown>): Promise<boolean> {
  const patience = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => patience.resolve(false), patienceMs);
  const answered = answer.then(
    () => true,
    () => false,
  );
  const isHeard = await Promise.race([answered, patience.promise]);
  clearTimeout(timer);
  return isHeard;
}
