/** `vigie rebuild`: all projections anew from the log. */
import { answer, type Command, commonFlags, noMoreArguments, readFlags } from "./command.ts";
import { withExistingStore } from "./with-store.ts";

export const rebuildCommand: Command = {
  name: "rebuild",
  summary: "make all projections anew from the log",
  help: [
    "rebuild [--db PATH] [--json]",
    "",
    "Says whether the projections were the same before; if they were not, please report it.",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, commonFlags);
    noMoreArguments(positionals);
    const result = await withExistingStore(values.db, context, async (store) => {
      const before = await store.projectionDigest();
      const counts = await store.rebuild();
      return { ...counts, equal: before === (await store.projectionDigest()) };
    });
    answer(
      context,
      result,
      () =>
        `${result.cases} cases made anew from ${result.events} events; the projections ${result.equal ? "were the same before" : "were different before"}.\n`,
    );
  },
};
