/** `vigie backup`: a verified copy of the store. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../../shared/faults.ts";
import { answer, type Command, commonFlags, noMoreArguments, readFlags, UsageError } from "./command.ts";
import { withExistingStore } from "./with-store.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: "make a verified copy of the store",
  help: [
    "backup PATH [--db PATH] [--json]",
    "",
    "Copying the store's file by hand misses what is still in its journal; this does not.",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, commonFlags);
    noMoreArguments(positionals, 1);
    const [target] = positionals;
    if (target === undefined) throw new UsageError("backup needs a PATH to write to.");
    const path = resolve(target);
    if (existsSync(path)) {
      throw new Fault("invalid_input", `${path} is there already and was left alone. Name another file.`, {
        path,
      });
    }
    const { bytes } = await withExistingStore(values.db, context, (store) => store.backup(path));
    answer(context, { path, bytes }, () => `${path}: ${bytes} bytes, verified.\n`);
  },
};
