import { useEffect } from "react";

/** Keeps the display from going dark while the page is seen, where the system lets it. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    async function ask(): Promise<void> {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const granted = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) await granted?.release();
      else lock = granted;
    }
    const listen = () => void ask();
    document.addEventListener("visibilitychange", listen);
    void ask();
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", listen);
      void lock?.release();
    };
  }, []);
}
