/** Files are made in a thread of their own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { drawExport } from "../../electron/exports/draw.ts";
import { descriptionOf, hostileTexts, textsOf } from "./description.ts";

const day = { chart: "waits", step: "hour", firstDate: "2026-01-01", lastDate: "2026-12-31" } as const;
const hourMs = 3_600_000;

function longDescription() {
  const startMs = Date.parse("2026-01-01T00:00:00+01:00");
  const rows = Array.from({ length: 4_000 }, (_, hour) => [startMs + hour * hourMs, hour, 2 * hour, hour]);
  return descriptionOf({ question: { ...descriptionOf().question, ...day }, rows });
}

describe("making a file", () => {
  it("leaves this thread free: clocks go on while a long one is made", async () => {
    let beats = 0;
    const clock = setInterval(() => {
      beats += 1;
    }, 5);
    const bytes = await drawExport(longDescription(), "xlsx");
    clearInterval(clock);
    expect(bytes.length).toBeGreaterThan(50_000);
    expect(beats).toBeGreaterThan(10);
  });

  it("ends at once when it is cancelled, and gives no file", async () => {
    const stop = new AbortController();
    const making = drawExport(longDescription(), "pdf", stop.signal);
    stop.abort(new Error("nobody wants it any more"));
    await expect(making).rejects.toThrow("nobody wants it any more");
    await expect(drawExport(longDescription(), "csv", stop.signal)).rejects.toThrow();
  });

  it("makes a sound PDF and picture of whatever texts it is given", async () => {
    const description = descriptionOf(textsOf(hostileTexts), {
      serviceName: "</text><script>alert(1)</script> & \u0000",
      madeBy: "file:///etc/passwd",
    });
    const svg = new TextDecoder().decode(await drawExport(description, "svg"));
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    const pdf = await drawExport(description, "pdf");
    const folder = mkdtempSync(join(tmpdir(), "vigie-draw-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "x.pdf"), pdf);
    const { stdout, error } = spawnSync("pdftotext", [join(folder, "x.pdf"), "-"], { encoding: "utf8" });
    if (error === undefined) expect(stdout).toContain("<script>alert(1)</script>");
  });
});
