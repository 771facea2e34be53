/** `vigie floor`: the floor as it was at an instant. */
import type { FloorAt } from "../../shared/domain/floor.ts";
import { floorAt } from "../../shared/domain/floor-at.ts";
import { answer, type Command, commonFlags, noMoreArguments, readFlags, UsageError } from "./command.ts";
import { readMoment, timeZoneFor } from "./moment.ts";
import { rounded, table } from "./table.ts";
import { withExistingStore } from "./with-store.ts";

export const floorCommand: Command = {
  name: "floor",
  summary: "the floor as it was at an instant",
  help: [
    "floor --at ISO [--site KEY] [--db PATH] [--json]",
    "",
    "  --at    a local time of the site (1999-02-03T13:27:21), or an instant with its offset",
    "  --site  one site only",
    "",
    "Example: floor --at 1999-02-03T13:27:21",
  ].join("\n"),
  async run(args, context) {
    const { values, positionals } = readFlags(args, {
      ...commonFlags,
      at: { type: "string" },
      site: { type: "string" },
    });
    noMoreArguments(positionals);
    const { at, site } = values;
    if (at === undefined) throw new UsageError("floor needs --at.");
    const { floor, names } = await withExistingStore(values.db, context, async (store) => {
      const directory = await store.directory();
      const timeZone = timeZoneFor(directory, site);
      const atMs = readMoment("at", at, timeZone);
      const isHere = (part: { readonly siteId: string }) => site === undefined || part.siteId === site;
      const legs = (await store.legsAt(atMs)).filter(isHere);
      const floor = floorAt(atMs, timeZone, legs, (await store.observationsAt(atMs)).filter(isHere));
      return { floor, names: new Map(directory.services.map(({ id, name }) => [id, name])) };
    });
    answer(context, floor, () => floorTable(floor, names));
  },
};

function floorTable({ at, total, services }: FloorAt, names: ReadonlyMap<string, string>): string {
  const rows = [...services, { ...total, service: "total", openCounters: null, observedAt: null }];
  return `${at}\n${table(
    ["service", "waiting", "longest s", "in service", "counters", "observed at", "name"],
    rows.map((row) => [
      row.service,
      row.queueLength,
      rounded(row.longestWaitSeconds, 0),
      row.inService,
      row.openCounters,
      row.observedAt,
      names.get(row.service) ?? null,
    ]),
  )}`;
}
