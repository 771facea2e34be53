/** Makes files in a thread of their own, so that a long one freezes nothing and can be ended at once. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ExportDescription, ExportFormatName } from "../../shared/domain/export.ts";

/** Beside this file: as source, or as a bundle of its own. */
const [worker = ""] = ["export-worker.ts", "export-worker.js"]
  .map((name) => join(import.meta.dirname, name))
  .filter(existsSync);

/**
 * Makes the file of a description.
 *
 * @throws the signal's reason once that is aborted; nothing goes on then
 */
export function drawExport(
  description: ExportDescription,
  format: ExportFormatName,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const thread = new Worker(worker, { workerData: { description, format } });
    const cancel = () => {
      reject(signal?.reason);
      void thread.terminate();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    const finish = () => signal?.removeEventListener("abort", cancel);
    thread.once("message", (bytes: Uint8Array) => {
      finish();
      resolve(bytes);
    });
    thread.once("error", (error) => {
      finish();
      reject(error);
    });
    thread.once("exit", (code) => {
      finish();
      reject(new Error(`The thread that makes the file ended early (${code}).`));
    });
  });
}
