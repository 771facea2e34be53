/** Workbooks as programs write them, and as nobody should. */
import { deflateRawSync } from "node:zlib";
import exceljs from "exceljs";

export type Cell = string | number | boolean | Date | null;

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Number formats by column, from 1. */
  readonly formats?: Readonly<Record<number, string>>;
}

/** A workbook as exceljs writes it. */
export async function workbook(sheets: readonly SheetContent[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const { name, rows, formats } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const [column, format] of Object.entries(formats ?? {})) {
      sheet.getColumn(Number(column)).numFmt = format;
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** An archive with these parts, in this order. */
export function archive(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content, { level: 9 });
    const size = typeof content === "string" ? Buffer.byteLength(content) : content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook with one sheet, whose XML is written by hand. */
export function rawWorkbook(
  sheetXml: string | Buffer,
  more: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
  return archive({
    "xl/workbook.xml": `<workbook ${namespaces}><sheets><sheet name="S &amp; co" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": sheetXml,
    ...more,
  });
}

/** The XML of a sheet with inline texts. */
export function sheetXml(rows: readonly (readonly string[])[]): string {
  const body = rows
    .map((cells, row) => {
      const line = cells
        .map(
          (text, column) => `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
        )
        .join("");
      return `<row r="${row + 1}">${line}</row>`;
    })
    .join("");
  return `<worksheet ${namespaces}><sheetData>${body}</sheetData></worksheet>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
