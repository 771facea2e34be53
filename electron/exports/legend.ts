/** What stands above a drawing where its parts are not named at their place. */
import { textWidth } from "./lines.ts";
import { fontFamily, palette } from "./palette.ts";
import type { ChartOption } from "./time-axis.ts";

export interface LegendItem {
  readonly shape: "line" | "dashes" | "area" | "bar";
  readonly colour: string;
  readonly text: string;
}

/** How much room it takes above the drawing. */
export const legendHeight = 26;
const size = 11.5;
const swatch = 16;

/** The items in one row, as shapes of the drawing library. */
export function legendShapes(items: readonly LegendItem[], left: number): ChartOption[] {
  let x = left;
  return items.flatMap((item) => {
    const at = x;
    x += swatch + 6 + textWidth(item.text, size) + 20;
    return [
      shapeOf(item, at),
      {
        type: "text",
        x: at + swatch + 6,
        y: 9,
        style: {
          text: item.text,
          font: `${size}px ${fontFamily}`,
          fill: palette.secondInk,
          verticalAlign: "middle",
        },
      },
    ];
  });
}

function shapeOf({ shape, colour }: LegendItem, x: number): ChartOption {
  switch (shape) {
    case "area":
      return rectangle(x, 4, swatch, 10, colour);
    case "bar":
      return rectangle(x + 4, 3, 8, 12, colour);
    case "line":
      return rectangle(x, 8, swatch, 2, colour);
    case "dashes":
      return {
        type: "line",
        shape: { x1: x, y1: 9, x2: x + swatch, y2: 9 },
        style: { stroke: colour, lineWidth: 2, lineDash: [4, 3] },
      };
  }
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): ChartOption {
  return { type: "rect", shape: { x, y, width, height }, style: { fill } };
}
