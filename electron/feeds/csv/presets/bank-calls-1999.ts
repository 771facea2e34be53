/**
 * The calls of the "Anonymous Bank" (Technion, 1999): arrival, voice menu, queue, service, outcome.
 *
 * Times are local; only the day of the arrival is written, so every other time lies on the day that
 * brings it nearest to the time before it. `0:00:00` means "no such time", unless the length beside
 * it, or the other end, shows a real midnight.
 */
import type { Condition, Mapping } from "../../../../shared/domain/import-mapping.ts";

const noTime = "0:00:00";
const format = "HH:mm:ss";

/** A time that is there only if its span has a length, or its other end is written. */
function unlessSpan(lengthColumn: string, otherColumn: string): Condition {
  return {
    any: [
      { column: lengthColumn, above: 0 },
      { column: otherColumn, isNot: noTime },
    ],
  };
}

const answered: Condition = { column: "outcome", is: "AGENT" };
const gaveUp: Condition = { column: "outcome", is: "HANG" };
const served: Condition = { all: [answered, { column: "ser_time", above: 0 }] };
const agent = { text: "{server}", empty: ["NO_SERVER"] };

export const bankCalls1999: Mapping = {
  name: "bank-calls-1999",
  description: "Calls of the Anonymous Bank, 1999 (Technion): one row per call, tab-separated",
  source: "urn:vigie:import:bank-calls-1999",
  timeZone: "Asia/Jerusalem",
  site: "bank",
  siteName: "Anonymous Bank",
  service: "{type}",
  serviceName: {
    text: "{type}",
    values: {
      PS: "Regular banking (PS)",
      PE: "Regular banking in English (PE)",
      IN: "Internet help (IN)",
      NE: "Stock exchange (NE)",
      NW: "New customers (NW)",
      TT: "Call back (TT)",
    },
  },
  channel: "phone",
  subject: "bank-1999:{vru+line}-{call_id}",
  ignore: [{ name: "phantom calls", where: { column: "outcome", is: "PHANTOM" } }],
  times: {
    entry: { text: "{date} {vru_entry}", format: `YYMMDD ${format}` },
    menuEnd: {
      text: "{vru_exit}",
      format,
      near: "entry",
      none: {
        values: [noTime],
        unless: {
          any: [
            { column: "vru_time", isNot: "0" },
            { column: "vru_entry", is: noTime },
          ],
        },
      },
    },
    queueStart: {
      text: "{q_start}",
      format,
      near: "entry",
      none: { values: [noTime], unless: unlessSpan("q_time", "q_exit") },
    },
    queueEnd: {
      text: "{q_exit}",
      format,
      near: ["queueStart", "entry"],
      none: { values: [noTime], unless: unlessSpan("q_time", "q_start") },
    },
    serviceStart: {
      text: "{ser_start}",
      format,
      near: ["queueEnd", "menuEnd", "entry"],
      none: { values: [noTime], unless: unlessSpan("ser_time", "ser_exit") },
    },
    serviceEnd: {
      text: "{ser_exit}",
      format,
      near: ["serviceStart", "entry"],
      none: { values: [noTime], unless: unlessSpan("ser_time", "ser_start") },
    },
  },
  events: [
    {
      type: "case.arrived",
      at: "entry",
      where: { any: [answered, gaveUp] },
      data: { priority: "{priority}" },
    },
    // Who did not queue waited 0: joining the queue and the call are one moment.
    { type: "case.queued", at: ["queueStart", "serviceStart", "menuEnd", "entry"], where: answered },
    { type: "case.queued", at: ["queueStart", "menuEnd", "entry"], where: gaveUp },
    {
      type: "case.called",
      at: ["queueEnd", "serviceStart", "menuEnd", "entry"],
      where: answered,
      data: { agent },
    },
    { type: "case.started", at: "serviceStart", where: served, data: { agent } },
    { type: "case.completed", at: "serviceEnd", where: served },
    {
      type: "case.completed",
      at: ["queueEnd", "serviceStart", "menuEnd", "entry"],
      where: { all: [answered, { not: served }] },
    },
    // A few who hung up have a service written all the same; it never took place.
    { type: "case.abandoned", at: ["queueEnd", "menuEnd", "entry"], where: gaveUp },
  ],
};
