import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { countIn, LaneMark, lanes, lanesOf } from "../../../renderer/trends/intervention-lanes.tsx";
import type { InterventionMark } from "../../../shared/domain/intervention.ts";

const mark = (done: Partial<InterventionMark>): InterventionMark => ({
  fromMs: 0,
  reassignments: 0,
  reassignedCases: 0,
  backupAsked: 0,
  backupArrived: 0,
  alerts: 0,
  notes: 0,
  sessions: 0,
  ...done,
});

describe("the lanes of marks above a chart", () => {
  it("are those of which something happened, sessions apart from notes", () => {
    const marks = [mark({ sessions: 2 }), mark({ backupArrived: 1, backupAsked: 3 })];
    expect(lanesOf(marks)).toEqual(["backup", "sessions"]);
    expect(marks.map((one) => countIn("sessions", one))).toEqual([2, 0]);
    expect(marks.map((one) => countIn("backup", one))).toEqual([0, 4]);
    expect(lanesOf([mark({ notes: 1 })])).toEqual(["notes"]);
  });

  it("are told apart by shape alone", () => {
    const drawn = lanes.map((lane) => renderToStaticMarkup(<LaneMark lane={lane} x={0} y={0} count={1} />));
    expect(new Set(drawn).size).toBe(lanes.length);
  });
});
