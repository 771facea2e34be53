/** `vigie figures`: what became of those who came in a time. */
import { channels } from "../../shared/domain/channel.ts";
import { type FigureRow, figureBases, figureGroupings } from "../../shared/domain/figure.ts";
import { createFigures } from "../services/figure.ts";
import {
  answer,
  type Command,
  commonFlags,
  noMoreArguments,
  oneOf,
  readFlags,
  UsageError,
} from "./command.ts";
import { keptLevelVariant } from "./level-variant.ts";
import { readMoment, timeZoneFor } from "./moment.ts";
import { rounded, table } from "./table.ts";
import { configOf, withExistingStore } from "./with-store.ts";

export const figuresCommand: Command = {
  name: "figures",
  summary: "arrivals, waits, service level … over a time",
  help: [
    "figures --from ISO --to ISO",
    `        [--by ${figureGroupings.join("|")}]`,
    "        [--base served|all] [--site KEY] [--service KEY] [--channel NAME] [--db PATH] [--json]",
    "",
    "  --from, --to  a date is its local midnight; the end is not included",
    "  --by          how rows are made (total); weekday-hour: one for each hour of the week, 1-09 is Monday at nine",
    "  --base        whose waits count: those served, or all (served)",
    "",
    "Dates are local to --site, or to the only time zone that the store's sites are in.",
    "Example: figures --from 1999-02-01 --to 1999-02-15 --by day",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, {
      ...commonFlags,
      from: { type: "string" },
      to: { type: "string" },
      by: { type: "string", default: "total" },
      base: { type: "string", default: "served" },
      site: { type: "string" },
      service: { type: "string" },
      channel: { type: "string" },
    });
    noMoreArguments(positionals);
    const { from, to } = values;
    if (from === undefined || to === undefined) throw new UsageError("figures needs --from and --to.");
    const by = oneOf("by", values.by, figureGroupings);
    const base = oneOf("base", values.base, figureBases);
    const channel = values.channel === undefined ? null : oneOf("channel", values.channel, channels);
    const found = await withExistingStore(values.db, context, async (store) => {
      const timeZone = timeZoneFor(await store.directory(), values.site);
      return createFigures(store, () => keptLevelVariant(configOf(values.db, context).dataFolder)).query({
        fromMs: readMoment("from", from, timeZone),
        toMs: readMoment("to", to, timeZone),
        by,
        base,
        siteId: values.site ?? null,
        serviceId: values.service ?? null,
        channel,
      });
    });
    answer(context, found, () => figureTable(found.rows));
  },
};

function figureTable(rows: readonly FigureRow[]): string {
  return table(
    ["key", "arrivals", "served", "abandoned", "p50 s", "p90 s", "mean s", "n", "level %", "handling s"],
    rows.map((row) => [
      row.key,
      row.arrivals,
      row.served,
      row.abandoned,
      rounded(row.waitP50Seconds, 0),
      rounded(row.waitP90Seconds, 0),
      rounded(row.waitMeanSeconds, 1),
      row.waitCount,
      rounded(row.serviceLevel === null ? null : 100 * row.serviceLevel, 1),
      rounded(row.handleMeanSeconds, 0),
    ]),
  );
}
