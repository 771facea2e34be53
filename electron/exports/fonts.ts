/** The letters of drawn files: they come with the console, so that a file looks the same wherever it was made. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

export const fontFiles = {
  normal: join(folder, "DejaVuSansCondensed.ttf"),
  bold: join(folder, "DejaVuSansCondensed-Bold.ttf"),
} as const;
