/** `vigie check`: looks for damage. */
import { Fault } from "../../shared/faults.ts";
import { answer, type Command, commonFlags, noMoreArguments, readFlags } from "./command.ts";
import { withExistingStore } from "./with-store.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "look for damage in the store",
  help: "check [--db PATH] [--json]\n\nEnds with exit code 1 where something is wrong.",
  async run(args, context) {
    const { values, positionals } = readFlags(args, commonFlags);
    noMoreArguments(positionals);
    const result = await withExistingStore(values.db, context, (store) => store.check());
    if (!result.ok) {
      throw new Fault(
        "store_damaged",
        `The store is damaged: ${result.problems.join("; ")}. Nothing was changed; make a copy of it, then put the latest backup in its place.`,
        { events: result.events, problems: result.problems.join("\n") },
      );
    }
    answer(
      context,
      result,
      () =>
        `The store is sound: ${result.events} events, ${result.cases} cases, ${result.rejects} rejects.\n`,
    );
  },
};
