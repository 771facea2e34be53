/** Charts as files: the figures of a question, with the names and facts that must go with them. */
import type { ExportStep } from "../../shared/contract/export.ts";
import {
  describeExport,
  type ExportDescription,
  type ExportFormatName,
  type ExportRequest,
  mediaTypes,
} from "../../shared/domain/export.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { AuditService } from "./audit.ts";
import type { ChartService } from "./chart.ts";
import type { Clock } from "./clock.ts";
import { demoLabel } from "./console.ts";
import { nameIn } from "./directory.ts";

/** Makes the bytes of a file; rejects with the signal's reason once that is aborted. */
export type Draw = (
  description: ExportDescription,
  format: ExportFormatName,
  signal?: AbortSignal,
) => Promise<Uint8Array>;

export interface ExportParts {
  readonly charts: Pick<ChartService, "table">;
  readonly store: Pick<Store, "directory" | "label">;
  readonly clock: Clock;
  /** Who makes it. */
  operator(): string;
  readonly audit: Pick<AuditService, "record">;
  readonly draw: Draw;
}

/** More rows than anyone will read on paper or on a chart. */
const mostDrawnRows = 5_000;

export interface ExportService {
  /** What an export of this question says. */
  describe(request: Omit<ExportRequest, "format">): Promise<ExportDescription>;
  /**
   * Makes a file, and says how far it is. Ending the iteration, or the signal, ends the work.
   *
   * @throws Fault `too_large` where a chart or a PDF would have too many rows; a table takes them all
   */
  make(request: ExportRequest, signal: AbortSignal | undefined): AsyncGenerator<ExportStep, void, void>;
}

/** Makes the export service. */
export function createExports({ charts, store, clock, operator, audit, draw }: ExportParts): ExportService {
  async function describe({
    question,
    stretch,
    language,
  }: Omit<ExportRequest, "format">): Promise<ExportDescription> {
    const [table, directory, demo] = await Promise.all([
      charts.table(question),
      store.directory(),
      store.label(demoLabel),
    ]);
    const { siteId, serviceId } = question;
    return describeExport({
      table,
      stretch,
      language,
      siteName: siteId === null ? null : nameIn(directory.sites, siteId),
      serviceName: serviceId === null ? null : nameIn(directory.services, serviceId),
      madeAtMs: clock.nowMs(),
      madeBy: operator(),
      isDemo: demo === "yes",
    });
  }

  async function* steps(
    request: ExportRequest,
    description: Promise<ExportDescription>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ExportStep, void, void> {
    const left = new AbortController();
    const stop = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]);
    try {
      yield { step: "reading" };
      const described = await description;
      const rows = described.rows.length;
      refuseEndless(request.format, rows);
      yield { step: "making", rows };
      const bytes = await draw(described, request.format, stop);
      yield {
        step: "done",
        fileName: `${described.fileStem}.${request.format}`,
        mediaType: mediaTypes[request.format],
        base64: Buffer.from(bytes).toString("base64"),
      };
    } finally {
      left.abort();
    }
  }

  return {
    describe,
    make(request, signal) {
      // Who asks is known now, and no more once the first step is given.
      const description = audit
        .record({ kind: "exported", agentId: null, what: "chart", purpose: null })
        .then(() => describe(request));
      // Whoever leaves before the first step never asks what became of it.
      description.catch(() => undefined);
      return steps(request, description, signal);
    },
  };
}

/** @throws Fault `too_large` */
export function refuseEndless(format: ExportFormatName, rows: number): void {
  if (format === "csv" || format === "xlsx" || rows <= mostDrawnRows) return;
  throw new Fault(
    "too_large",
    `${rows} rows are too many for ${format.toUpperCase()}; nothing was made. Take a longer step, or CSV or XLSX.`,
    { rows, most: mostDrawnRows },
  );
}
