/** The thread in which files are made: whatever that takes, the floor goes on. */
import { parentPort, workerData } from "node:worker_threads";
import type { ExportDescription, ExportFormatName } from "../../shared/domain/export.ts";
import { renderExport } from "./render.ts";

const { description, format } = workerData as {
  readonly description: ExportDescription;
  readonly format: ExportFormatName;
};
const bytes = await renderExport(description, format);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
