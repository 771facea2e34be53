/**
 * A workbook's archive cut down to one sheet, with the parts in the order in which they can be read
 * as they come: the reader need not put a sheet aside until it knows the texts and dates in it.
 */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Archive, Part } from "./archive.ts";
import { damaged } from "./faults.ts";

/** Unpacked, a sheet of a million rows and thirty columns is about 1.5 GB. */
const mostSheetBytes = 4 * 1024 ** 3;
/** These parts are held in memory while a sheet is read. */
const mostPartBytes = 256 * 1024 ** 2;

const sharedTexts = "xl/sharedStrings.xml";
const noSharedTexts = Buffer.from('<?xml version="1.0"?><sst/>');

/** The archive as a stream. Where the file can't be read any more it ends early, and `failure` says why. */
export interface OpenSheet {
  readonly stream: Readable;
  sheetBytesRead(): number;
  failure(): unknown;
}

export interface SheetArchive {
  /** Bytes of the sheet as it is packed. */
  readonly sheetBytes: number;
  /** Reads from the start, as often as it is called; tells how much of the sheet was read so far. */
  open(): OpenSheet;
}

/** @throws Fault `file_unreadable` or `too_large` */
export async function openSheetArchive(archive: Archive, sheetPath: string): Promise<SheetArchive> {
  const small: Part[] = [];
  for (const name of ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", sharedTexts]) {
    if (archive.names.includes(name)) small.push(await archive.part(name, mostPartBytes));
  }
  const sheet = await archive.part(sheetPath, mostSheetBytes);
  // The reader would take a sheet that breaks off for one that ends there, and leave the rest out.
  if (!/<\/(?:\w+:)?worksheet>\s*$/.test(sheet.tail)) throw damaged(archive.path, "its sheet breaks off");
  const hasTexts = small.some(({ name }) => name === sharedTexts);
  const { path } = archive;
  return {
    sheetBytes: sheet.packedBytes,
    open() {
      let bytesRead = 0;
      let failure: unknown = null;
      async function* parts(): AsyncGenerator<Buffer> {
        for (const part of small) yield* bytesOf(path, part);
        if (!hasTexts) yield storedPart(sharedTexts, noSharedTexts);
        for await (const chunk of bytesOf(path, sheet)) {
          bytesRead += chunk.length;
          yield chunk;
        }
        yield endOfArchive();
      }
      async function* bytes(): AsyncGenerator<Buffer> {
        try {
          yield* parts();
        } catch (error) {
          failure = error;
        }
      }
      return {
        stream: Readable.from(bytes(), { objectMode: false }),
        sheetBytesRead: () => bytesRead,
        failure: () => failure,
      };
    },
  };
}

function bytesOf(path: string, { offset, end }: Part): AsyncIterable<Buffer> {
  return createReadStream(path, { start: offset, end: end - 1 }) as AsyncIterable<Buffer>;
}

function storedPart(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), content]);
}

function endOfArchive(): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return end;
}
