/** One description into the bytes of one format. What only some formats need is loaded only for them. */
import type { ExportDescription, ExportFormatName } from "../../shared/domain/export.ts";

export async function renderExport(
  description: ExportDescription,
  format: ExportFormatName,
): Promise<Uint8Array> {
  switch (format) {
    case "svg":
      return encode((await import("./figure-svg.ts")).figureSvg(description));
    case "png": {
      const [{ figureSvg }, { pngOf }] = await Promise.all([import("./figure-svg.ts"), import("./png.ts")]);
      return pngOf(figureSvg(description));
    }
    case "pdf":
      return (await import("./pdf.ts")).writePdf(description);
    case "csv":
      return encode((await import("./csv.ts")).writeCsv(description));
    case "xlsx":
      return (await import("./xlsx.ts")).writeXlsx(description);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
