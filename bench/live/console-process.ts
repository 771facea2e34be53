/** The browser host in a process of its own, which tells its parent how long its event loop was held up. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readConfig } from "../../electron/config.ts";
import { startLoopback } from "../../electron/loopback.ts";

/** The monitor counts its own interval as delay; it is taken off again. */
const resolutionMs = 1;

/** What the parent asks, and what it is told. */
export type Question = "reset" | "delays" | "close";
export type Told =
  | { readonly kind: "started"; readonly launchUrl: string }
  | { readonly kind: "reset" }
  | { readonly kind: "delays"; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };

const delays = monitorEventLoopDelay({ resolution: resolutionMs });
const flags = ["--browser", "--no-open", "--port", "0", ...process.argv.slice(2)];
const running = await startLoopback(readConfig(flags, process.env));

process.on("message", (question: Question) => {
  switch (question) {
    case "reset":
      delays.enable();
      delays.reset();
      tell({ kind: "reset" });
      return;
    case "delays":
      tell({
        kind: "delays",
        p50Ms: toMs(delays.percentile(50)),
        p99Ms: toMs(delays.percentile(99)),
        maxMs: toMs(delays.max),
      });
      return;
    case "close":
      void running.close().then(() => process.exit(0));
  }
});
// A bench that is broken off leaves nothing behind.
process.on("disconnect", () => process.exit(1));
tell({ kind: "started", launchUrl: running.launchUrl });

function tell(told: Told): void {
  process.send?.(told);
}

function toMs(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - resolutionMs);
}
