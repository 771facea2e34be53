/** Breaks text into lines of a width that is only estimated: nothing here can measure letters. */

/** How wide a letter of the condensed sans is on average, in parts of its size; a little more than it measures. */
const letterWidth = 0.49;

/** Lines that fit into a width, in pixels. A word that is longer stands alone. */
export function wrapLines(text: string, widthPx: number, sizePx: number): string[] {
  const most = Math.floor(widthPx / (sizePx * letterWidth));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > most && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, sizePx: number): number {
  return text.length * sizePx * letterWidth;
}
