/** Who signed a text: the lines after its closing words, and a last line that is a name alone. */
import {
  isOffice,
  isOrdinary,
  masked,
  maskFirstRun,
  maskRun,
  name,
  startsWithRun,
  title,
} from "./mask-run.ts";

const closing =
  /(?<![\p{L}\p{N}])(?:cordialement|bien à vous|salutations|respectueusement|sentiments|amicalement|regards|sincerely|faithfully|best wishes|cheers|cdlt|cdt|bises)(?![\p{L}\p{N}])/iu;
const namedLine = new RegExp(`^([ \\t]*(?:${title}[ \\u00a0]+)?)(${name})([ \\t]*[.,]?[ \\t\\r]*)$`, "u");
const plainLine = /^[ \t]*\p{Ll}[\p{L}’'-]*(?: [\p{L}’'-]+){0,2}[ \t\r]*$/u;
/** How many lines after the closing words may carry a name. */
const signatureLines = 4;

/** Masks the names that a text is signed with. */
export function maskSignatures(text: string): string {
  const lines = text.split("\n");
  let left = 0;
  for (const [index, line] of lines.entries()) {
    const found = closing.exec(line);
    if (found !== null) {
      left = signatureLines;
      const end = found.index + found[0].length;
      lines[index] = line.slice(0, end) + maskAfterClosing(line.slice(end));
    } else if (left > 0 && line.trim() !== "") {
      left -= 1;
      lines[index] = maskLine(line, true);
    }
  }
  const last = lines.findLastIndex((line) => line.trim() !== "");
  if (last > 0) lines[last] = maskLine(lines[last] ?? "", false);
  return lines.join("\n");
}

/** On the line of the closing words itself: "Cordialement, Jean Dupont". */
function maskAfterClosing(rest: string): string {
  const lead = /^[ \u00a0,.!:;–-]*/u.exec(rest)?.[0] ?? "";
  const words = rest.slice(lead.length);
  return lead === "" || !startsWithRun(words) ? rest : lead + maskFirstRun(words);
}

/** A line that is a name and nothing else. After closing words it may be one without capitals. */
function maskLine(line: string, isSigned: boolean): string {
  const found = namedLine.exec(line);
  if (found !== null) {
    const [, lead = "", run = "", end = ""] = found;
    const names = run.split(/[ \u00a0]/).filter((word) => !isOffice(word));
    // Any short line can begin with a capital: at the end of a text it takes two to be a name.
    return isSigned || names.length > 1 ? lead + maskRun(run) + end : line;
  }
  if (!isSigned || !plainLine.test(line)) return line;
  const words = line.trim();
  return words.split(" ").some(isOrdinary) ? line : line.replace(words, masked);
}
