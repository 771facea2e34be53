/** What people did, as one lane of marks per kind above a chart. */
import { usePlotArea, useXAxisScale } from "recharts";
import type { InterventionCounts, InterventionMark } from "../../shared/domain/intervention.ts";
import type { ChartRow } from "./chart-data.ts";

export type Lane = "backup" | "reassignments" | "alerts" | "notes" | "sessions";

export const laneHeight = 18;
/** Half the width of a mark. */
const half = 7;

/** All kinds, the one that changes most on top. */
export const lanes: readonly Lane[] = ["backup", "reassignments", "alerts", "notes", "sessions"];

/** What changes a queue at once, so that the curve below is read against it. */
const crossing: ReadonlySet<Lane> = new Set<Lane>(["backup", "reassignments"]);

/** Coaching is about agents: its marks are those of the whole house, whatever site or service is looked at. */
export const houseWide: ReadonlySet<Lane> = new Set<Lane>(["notes", "sessions"]);

/** How often something of a lane was done at a point. */
export function countIn(lane: Lane, mark: InterventionCounts): number {
  return lane === "backup" ? mark.backupAsked + mark.backupArrived : mark[lane];
}

/** The lanes that have a mark, of those wanted. */
export function lanesOf(marks: readonly InterventionMark[], wanted: readonly Lane[] = lanes): Lane[] {
  return wanted.filter((lane) => marks.some((mark) => countIn(lane, mark) > 0));
}

/** The marks of all lanes; calls for backup and reassignments also cross the chart as a thin line. */
export function InterventionLanes(props: {
  readonly lanes: readonly Lane[];
  readonly marks: readonly InterventionMark[];
  readonly rows: readonly ChartRow[];
}) {
  const xOf = useXAxisScale();
  const plot = usePlotArea();
  if (xOf === undefined || plot === undefined) return null;
  const starts = props.rows.map((row) => row.fromMs);
  return (
    <g className="chart-lanes">
      {props.lanes.map((lane, index) => {
        const y = plot.y - laneHeight * (props.lanes.length - index) + laneHeight / 2 - 12;
        return (
          <g key={lane} className={`lane lane-${lane}`}>
            <LaneMark lane={lane} x={plot.x - 14} y={y} count={null} />
            {gathered(props.marks, starts, lane).map(([fromMs, count]) => {
              const x = xOf(fromMs, { position: "middle" });
              if (x === undefined) return null;
              return (
                <g key={fromMs}>
                  {crossing.has(lane) ? (
                    <line className="lane-line" x1={x} x2={x} y1={y + half} y2={plot.y + plot.height} />
                  ) : null}
                  <LaneMark lane={lane} x={x} y={y} count={count} />
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

/** How often, by the point drawn at or before each mark; marks outside the points drawn are left out. */
function gathered(
  marks: readonly InterventionMark[],
  starts: readonly number[],
  lane: Lane,
): [number, number][] {
  const counts = new Map<number, number>();
  const last = marks.length === 0 ? 0 : (starts.at(-1) ?? 0);
  for (const mark of marks) {
    const count = countIn(lane, mark);
    if (count === 0 || mark.fromMs > last) continue;
    const at = starts.findLast((start) => start <= mark.fromMs);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + count);
  }
  return [...counts];
}

/** The shape of a lane, with how often where that is more than once; alone in the legend. */
export function LaneMark(props: {
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly count: number | null;
}) {
  const { lane, x, y, count } = props;
  const text = count === null || count === 1 ? "" : count > 99 ? "+" : String(count);
  return (
    <g className="lane-mark" transform={`translate(${x} ${y})`}>
      <path d={shapes[lane]} />
      {text === "" ? null : (
        <text y={baselines[lane]} textAnchor="middle">
          {text}
        </text>
      )}
    </g>
  );
}

/** Where the middle of each shape holds a figure. */
const baselines: Record<Lane, number> = {
  backup: 3.2,
  reassignments: 3.2,
  alerts: 3.2,
  notes: 5,
  sessions: 1.4,
};

const shapes: Record<Lane, string> = {
  backup: "M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z",
  reassignments: "M-6.5-6.5H6.5V6.5H-6.5Z",
  alerts: "M0-8 8 0 0 8-8 0Z",
  notes: "M0-7.5 7.5 6.5H-7.5Z",
  sessions: "M0 7.5-7.5-6.5H7.5Z",
};
