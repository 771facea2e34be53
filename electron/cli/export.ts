/** `vigie export`: a chart, or the table behind it, as a file. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openHouse } from "../../shared/domain/actor.ts";
import { channels } from "../../shared/domain/channel.ts";
import { type ChartQuestion, chartKinds, chartSteps, localDateSchema } from "../../shared/domain/chart.ts";
import { exportFormats } from "../../shared/domain/export.ts";
import { figureBases } from "../../shared/domain/figure.ts";
import { Fault } from "../../shared/faults.ts";
import { drawExport } from "../exports/draw.ts";
import { createAudit } from "../services/audit.ts";
import { createCharts } from "../services/chart.ts";
import { createClock } from "../services/clock.ts";
import { createExports, refuseEndless } from "../services/export.ts";
import { createFigures } from "../services/figure.ts";
import { houseLanguage } from "../services/house-language.ts";
import {
  answer,
  type Command,
  commonFlags,
  noMoreArguments,
  oneOf,
  readFlags,
  UsageError,
} from "./command.ts";
import { timeZoneFor } from "./moment.ts";
import { withExistingStore } from "./with-store.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "a chart, or the table behind it, as a file",
  help: [
    "export --chart NAME --from DATE --to DATE --format pdf|png|svg|csv|xlsx -o FILE",
    "       [--by interval|hour|day|week|month|year] [--compare DATE] [--base served|all]",
    "       [--site KEY] [--service KEY] [--channel NAME] [--language fr|en] [--operator NAME]",
    "       [--db PATH] [--json]",
    "",
    `  --chart       ${chartKinds.join(", ")}`,
    "  --from, --to  local dates of the site, both included",
    "  --by          how much time one point stands for (day)",
    "  --compare     first day of a period of the same length that is set beside",
    "  -o, --output  the file; what is there under that name is replaced",
    "  --operator    whose name the file bears (that of the user who runs this)",
    "",
    "Example: export --chart waits --from 2026-11-01 --to 2026-11-30 --format pdf -o waits.pdf",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, {
      ...commonFlags,
      chart: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      format: { type: "string" },
      output: { type: "string", short: "o" },
      by: { type: "string", default: "day" },
      compare: { type: "string" },
      base: { type: "string", default: "served" },
      site: { type: "string" },
      service: { type: "string" },
      channel: { type: "string" },
      language: { type: "string" },
      operator: { type: "string" },
    });
    noMoreArguments(positionals);
    const { environment } = context;
    const question: ChartQuestion = {
      chart: oneOf("chart", needed("chart", values.chart), chartKinds),
      firstDate: date("from", needed("from", values.from)),
      lastDate: date("to", needed("to", values.to)),
      step: oneOf("by", values.by, chartSteps),
      base: oneOf("base", values.base, figureBases),
      siteId: values.site ?? null,
      serviceId: values.service ?? null,
      channel: values.channel === undefined ? null : oneOf("channel", values.channel, channels),
      comparedFirstDate: values.compare === undefined ? null : date("compare", values.compare),
    };
    const format = oneOf("format", needed("format", values.format), exportFormats);
    const path = resolve(needed("output", values.output));
    const language =
      values.language === undefined
        ? houseLanguage("system", environment)
        : oneOf("language", values.language, ["fr", "en"] as const);
    const madeBy = values.operator ?? environment["USER"] ?? environment["USERNAME"] ?? "vigie";
    const description = await withExistingStore(values.db, context, async (store) => {
      // A mistyped site is said, and not answered with nothing.
      timeZoneFor(await store.directory(), values.site);
      const clock = createClock();
      const audit = createAudit(store, clock, { actor: () => openHouse(madeBy) });
      await audit.record({ kind: "exported", agentId: null, what: "chart", purpose: null });
      return createExports({
        charts: createCharts(createFigures(store), store, clock),
        store,
        clock,
        operator: () => madeBy,
        audit,
        draw: drawExport,
      }).describe({ question, stretch: null, language });
    });
    refuseEndless(format, description.rows.length);
    if (!context.json) context.remark(`${description.rows.length} rows, ${format} …\n`);
    const bytes = await drawExport(description, format, context.signal);
    await write(path, bytes);
    const made = { path, format, bytes: bytes.length, rows: description.rows.length, question };
    answer(context, made, () => `${path}: ${made.rows} rows, ${made.bytes} bytes.\n`);
  },
};

function needed(flag: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`export needs --${flag}.`);
  return value;
}

function date(flag: string, text: string): string {
  const read = localDateSchema.safeParse(text);
  if (!read.success) throw new UsageError(`--${flag} ${text} is not a date such as 2026-11-01.`);
  return read.data;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault(
      "file_unreadable",
      `${path} could not be written: ${reason}. Choose another file with -o.`,
      {
        path,
      },
    );
  }
}
