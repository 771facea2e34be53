/** `vigie import`: a table in a file into the log. */
import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import { Fault } from "../../shared/faults.ts";
import { type ImportProgress, type ImportResult, importFile } from "../feeds/csv/import-file.ts";
import { mappingFault, readMapping } from "../feeds/csv/mapping.ts";
import { findPreset } from "../feeds/csv/presets/presets.ts";
import { withOverrides } from "../feeds/csv/row-reader.ts";
import { createClock } from "../services/clock.ts";
import { createIngest } from "../services/ingest.ts";
import {
  answer,
  type Command,
  type CommandContext,
  commonFlags,
  noMoreArguments,
  readFlags,
  UsageError,
} from "./command.ts";
import { configOf, withStore } from "./with-store.ts";

export const importCommand: Command = {
  name: "import",
  summary: "import a CSV, TSV or Excel file (also .gz and .xz)",
  help: [
    "import FILE (--preset NAME | --mapping FILE) [--db PATH] [--site KEY] [--time-zone ZONE] [--rejects PATH]",
    "",
    "  --preset NAME     bank-calls-1999 or warsaw-offices",
    "  --mapping FILE    a mapping file, see docs/import.md",
    "  --site KEY        the site of all rows, instead of the mapping's",
    "  --time-zone ZONE  IANA name such as Europe/Paris, instead of the mapping's",
    "  --rejects PATH    where rejected rows go (FILE.rejects.csv; beside the store where the folder",
    "                    of FILE can't be written to); only made if there are any",
    "",
    "Importing a file again adds nothing.",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, {
      ...commonFlags,
      preset: { type: "string" },
      mapping: { type: "string" },
      site: { type: "string" },
      "time-zone": { type: "string" },
      rejects: { type: "string" },
    });
    noMoreArguments(positionals, 1);
    const [path] = positionals;
    if (path === undefined) throw new UsageError("import needs a FILE.");
    const chosen = await chooseMapping(values.preset, values.mapping);
    const mapping = readMapping(
      withOverrides(chosen, { site: values.site, timeZone: values["time-zone"] }),
      values.mapping ?? chosen.name,
    );
    const rejectsPath = values.rejects ?? (await defaultRejectsPath(path, values.db, context));
    const result = await withStore(values.db, context, (store) =>
      importFile({
        path: resolve(path),
        mapping,
        ingest: createIngest(store, createClock()),
        directory: store,
        rejectsPath: resolve(rejectsPath),
        signal: context.signal,
        onProgress: progressLine(context),
      }),
    );
    answer(context, result, () => summary(path, result));
  },
};

async function chooseMapping(preset: string | undefined, path: string | undefined): Promise<Mapping> {
  if ((preset === undefined) === (path === undefined)) {
    throw new UsageError("import needs either --preset NAME or --mapping FILE.");
  }
  return preset === undefined ? readMappingFile(path ?? "") : findPreset(preset);
}

async function readMappingFile(path: string): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new Fault(
      "file_unreadable",
      `The mapping file ${path} can't be read (${messageOf(error)}). Nothing was imported.`,
      {
        file: path,
      },
    );
  }
  try {
    return readMapping(JSON.parse(text.replace(/^\ufeff/, "")), path);
  } catch (error) {
    if (error instanceof SyntaxError) throw mappingFault(path, "", `it is not JSON (${error.message})`);
    throw error;
  }
}

async function defaultRejectsPath(
  path: string,
  db: string | undefined,
  context: CommandContext,
): Promise<string> {
  const name = `${basename(path)}.rejects.csv`;
  try {
    await access(dirname(resolve(path)), constants.W_OK);
    return join(dirname(path), name);
  } catch {
    return join(dirname(configOf(db, context).storePath), name);
  }
}

/** Tells how far the import is, at every tenth part. */
function progressLine(context: CommandContext): (progress: ImportProgress) => void {
  let told = 0;
  return ({ readBytes, totalBytes, rows }) => {
    const tenths = Math.floor((10 * readBytes) / Math.max(1, totalBytes));
    if (context.json || tenths <= told) return;
    told = tenths;
    context.remark(`${10 * tenths} %, ${rows} rows\n`);
  };
}

function summary(path: string, result: ImportResult): string {
  const { events } = result;
  const lines = [
    `${basename(path)}: ${result.rows} rows (${result.encoding}): ${result.importedRows} imported, ${result.ignoredRows} ignored, ${result.rejectedRows} rejected.`,
    `Events: ${events.accepted} new, ${events.duplicates} there already, ${events.rejected} contradicting, of ${events.received}.`,
    ...Object.entries(result.ignored).map(([name, rows]) => `Ignored as "${name}": ${rows} rows.`),
    ...Object.entries(result.repairedRows).map(([name, rows]) => `Mended, "${name}": ${rows} rows.`),
  ];
  if (result.rejectsFile !== null) {
    lines.push(
      `Rejected rows, with line and reason, are in ${result.rejectsFile}. Mend them there and import that file.`,
    );
  }
  if (!result.complete)
    lines.push("Stopped before the end. What was imported is kept; import again to go on.");
  return `${lines.join("\n")}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
