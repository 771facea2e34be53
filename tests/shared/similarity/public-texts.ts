/** Paragraphs of freely licensed texts that are on every machine that can run the tests: what npm installed, and our guide. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const root = join(import.meta.dirname, "../../..");
/** The length of a reply or of the description of a problem. */
const length = { least: 25, most: 160 };

/** Paragraphs of READMEs, licences and the guide, in one fixed order; no two of them nearly the same words. */
export function publicParagraphs(most: number, patterns: readonly string[] = installed): string[] {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  return withoutTwins(
    files.flatMap((file) => paragraphsOf(read(join(root, file)))),
    most,
  );
}

const installed = [
  "docs/guide/*.md",
  "docs/*.md",
  "node_modules/@biomejs/biome/README.fr.md",
  "node_modules/*/{README,readme}.md",
  "node_modules/*/LICEN[CS]E*",
  "node_modules/@*/*/README.md",
];

/** The same with the French manual pages of a Debian system, where there are any. */
export const withManual = ["/usr/share/man/fr/man*/*.gz", ...installed];

function read(path: string): string {
  if (!path.includes("/man/")) return readFileSync(path, "utf8");
  return gunzipSync(readFileSync(path.slice(path.indexOf("/usr/share/man"))))
    .toString("utf8")
    .replaceAll(/^\.\\".*$/gm, "")
    .replaceAll(/^\.(?:PP|TP|IP|SH|SS|RS|RE|P|nf|fi).*$/gm, "\n")
    .replaceAll(/^\.[A-Za-z]+ ?/gm, "")
    .replaceAll(/\\f.|\\[&|]|\\-/g, "");
}

function paragraphsOf(text: string): string[] {
  return text
    .replaceAll(/```[\s\S]*?```/g, "\n\n")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replaceAll(/[#*`>|_]/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter((paragraph) => {
      const words = paragraph.split(" ");
      const plain = words.filter((word) => /^\p{L}[\p{L}’'-]*[.,;:!?]?$/u.test(word));
      return words.length >= length.least && words.length <= length.most && plain.length > words.length * 0.8;
    });
}

/**
 * Leaves out what repeats an earlier paragraph: whether two such are "the same" nobody has said. Judged by the bag
 * of single words, which is not what is measured here.
 */
function withoutTwins(paragraphs: readonly string[], most: number): string[] {
  const kept: { text: string; bag: Set<string> }[] = [];
  for (const text of paragraphs) {
    if (kept.length === most) break;
    const bag = new Set(text.toLowerCase().match(/\p{L}+/gu));
    if (kept.some((one) => overlap(one.bag, bag) >= 0.5)) continue;
    kept.push({ text, bag });
  }
  return kept.map(({ text }) => text);
}

function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
