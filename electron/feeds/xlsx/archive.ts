/**
 * The archive that a workbook is. Only the parts that its list of contents names are ever unpacked,
 * each one first to see how large it is: what an archive says of its own sizes is not believed.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Fault } from "../../../shared/faults.ts";
import { damaged, protectedByPassword, tooLarge } from "./faults.ts";

/** Between two tags: a cell holds at most 32,767 characters. */
const longestPieceBytes = 1024 ** 2;
const mostEntries = 10_000;
const tailBytes = 64;
const endBytes = 22;
const longestComment = 65_535;
const localHeaderBytes = 30;
const entryHeaderBytes = 46;
const descriptorBytes = 16;
const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50, descriptor: 0x08074b50 };
const flags = { encrypted: 1, hasDescriptor: 8 };
const methods = { stored: 0, deflated: 8 };
const tagStart = "<".charCodeAt(0);

interface ListedPart {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/** Where a part lies in the file, its headers included. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
  readonly dataOffset: number;
  readonly end: number;
}

/** A part that was unpacked once; `tail` is how it ends. */
export interface MeasuredPart extends Part {
  readonly tail: string;
}

export interface Archive {
  readonly path: string;
  readonly names: readonly string[];
  /**
   * A part that was unpacked once, to see that it is whole and how large it is.
   *
   * @throws Fault `file_unreadable` where it is missing or damaged, `too_large` above `mostBytes`
   */
  part(name: string, mostBytes: number): Promise<MeasuredPart>;
  /** A small part as text; as `part` where it can't be had. */
  text(name: string, mostBytes: number): Promise<string>;
}

/** @throws Fault `file_unreadable` where the archive is cut off or damaged */
export async function openArchive(path: string): Promise<Archive> {
  const listed = await withFile(path, (file) => readDirectory(file, path));
  const byName = new Map(listed.map((part) => [part.name, part]));

  async function find(name: string): Promise<Part> {
    const part = byName.get(name);
    if (part === undefined) throw damaged(path, `${name} is missing`);
    return withFile(path, (file) => locate(file, path, part));
  }

  return {
    path,
    names: [...byName.keys()],
    async part(name, mostBytes) {
      const part = await find(name);
      let tail = Buffer.alloc(0);
      for await (const chunk of unpack(path, part, mostBytes)) {
        tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
      }
      return { ...part, tail: tail.toString("latin1") };
    },
    async text(name, mostBytes) {
      const chunks: Buffer[] = [];
      for await (const chunk of unpack(path, await find(name), mostBytes)) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8");
    },
  };
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle, path: string): Promise<ListedPart[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - endBytes - longestComment), size);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || tail.length - end < endBytes) throw damaged(path, "its end is missing");
  const count = tail.readUInt16LE(end + 10);
  const from = tail.readUInt32LE(end + 16);
  const to = from + tail.readUInt32LE(end + 12);
  if (count > mostEntries) throw tooLarge(path);
  if (to > size) throw damaged(path, "its list of contents is cut off");
  const directory = await bytesAt(file, from, to);
  const parts: ListedPart[] = [];
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    const isWhole = place + entryHeaderBytes <= directory.length;
    if (!isWhole || directory.readUInt32LE(place) !== signatures.entry) {
      throw damaged(path, "its list of contents is damaged");
    }
    const nameEnd = place + entryHeaderBytes + directory.readUInt16LE(place + 28);
    parts.push({
      name: directory.toString("utf8", place + entryHeaderBytes, nameEnd),
      flags: directory.readUInt16LE(place + 8),
      method: directory.readUInt16LE(place + 10),
      packedBytes: directory.readUInt32LE(place + 20),
      offset: directory.readUInt32LE(place + 42),
    });
    place = nameEnd + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
  }
  return parts;
}

async function locate(file: FileHandle, path: string, part: ListedPart): Promise<Part> {
  const { name, method, packedBytes, offset } = part;
  if ((part.flags & flags.encrypted) !== 0) throw protectedByPassword(path);
  if (method !== methods.stored && method !== methods.deflated) {
    throw damaged(path, "it is packed in an unknown way");
  }
  const header = await bytesAt(file, offset, offset + localHeaderBytes);
  const isHeader = header.length === localHeaderBytes && header.readUInt32LE(0) === signatures.local;
  if (!isHeader) throw damaged(path, `${name} is missing`);
  const dataOffset = offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const dataEnd = dataOffset + packedBytes;
  if ((part.flags & flags.hasDescriptor) === 0) {
    return { name, method, packedBytes, offset, dataOffset, end: dataEnd };
  }
  const behind = await bytesAt(file, dataEnd, dataEnd + 4);
  const isMarked = behind.length === 4 && behind.readUInt32LE(0) === signatures.descriptor;
  if (!isMarked) throw damaged(path, `${name} is not closed`);
  return { name, method, packedBytes, offset, dataOffset, end: dataEnd + descriptorBytes };
}

async function* unpack(path: string, part: Part, mostBytes: number): AsyncGenerator<Buffer> {
  if (part.packedBytes === 0) return;
  const end = part.dataOffset + part.packedBytes - 1;
  const packed = createReadStream(path, { start: part.dataOffset, end });
  const unpacked = part.method === methods.deflated ? createInflateRaw() : null;
  // An error of either stream reaches the loop below through `unpacked`.
  if (unpacked !== null) pipeline(packed, unpacked, () => undefined);
  let bytes = 0;
  let piece = 0;
  try {
    for await (const chunk of (unpacked ?? packed) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      const last = chunk.lastIndexOf(tagStart);
      piece = last < 0 ? piece + chunk.length : chunk.length - last;
      if (bytes > mostBytes || piece > longestPieceBytes) throw tooLarge(path);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw damaged(path, `${part.name} can't be unpacked`);
  } finally {
    packed.destroy();
    unpacked?.destroy();
  }
}

async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  return buffer.subarray(0, bytesRead);
}
