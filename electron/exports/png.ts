/** PNG at twice the size of the SVG, as sharp as screens and printers want it. */
import { Resvg } from "@resvg/resvg-js";
import { fontFiles } from "./fonts.ts";
import { fontFamily, palette } from "./palette.ts";

const zoom = 2;

export function pngOf(svg: string): Uint8Array {
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFiles.normal, fontFiles.bold],
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
    fitTo: { mode: "zoom", value: zoom },
    background: palette.paper,
  });
  return new Uint8Array(image.render().asPng());
}
