/** The sheets of a workbook that people see, in their order. */
import type { Archive } from "./archive.ts";
import { damaged } from "./faults.ts";

const mostBytes = 4 * 1024 ** 2;

export interface Sheet {
  readonly name: string;
  /** Where it is in the archive. */
  readonly path: string;
}

/** @throws Fault `file_unreadable` where the archive is no workbook or has no sheet to read */
export async function sheetsOf(archive: Archive): Promise<Sheet[]> {
  const workbook = await archive.text("xl/workbook.xml", mostBytes);
  const relations = await archive.text("xl/_rels/workbook.xml.rels", mostBytes);
  const targets = new Map(
    tags(relations, "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  const sheets = tags(workbook, "sheet").flatMap((tag): Sheet[] => {
    const target = targets.get(attribute(tag, "r:id"));
    const path = target?.startsWith("/") ? target.slice(1) : `xl/${target ?? ""}`;
    const isHidden = /hidden/i.test(attribute(tag, "state"));
    return isHidden || !archive.names.includes(path) ? [] : [{ name: attribute(tag, "name"), path }];
  });
  if (sheets.length === 0) throw damaged(archive.path, "it has no sheet");
  return sheets;
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
