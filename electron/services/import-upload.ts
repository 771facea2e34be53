/** Files on their way in: kept in a folder of the console until they are imported. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Fault } from "../../shared/faults.ts";

/** A file comes in parts, so that a break of the link costs one of them and not the file. */
const partBytes = 4 * 1024 ** 2;

const mostBytes = 8 * 1024 ** 3;

/** What is announced and never comes is given up when so many others were announced after it. */
const mostAnnounced = 20;

export interface UploadedFile {
  readonly path: string;
  readonly fileName: string;
}

export interface Uploads {
  /** The largest part that is taken. */
  readonly partBytes: number;
  /** @throws Fault `too_large`, or `store_full` where the disk has no room for it */
  announce(fileName: string, bytes: number): { fileId: string; partBytes: number };
  /**
   * Takes a part.
   *
   * @param offset bytes that came before; a part that was taken already is taken again
   * @returns bytes that are there now
   * @throws Fault `not_found`, `invalid_input` where bytes before it are missing, or `too_large`
   */
  write(fileId: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** @throws Fault `not_found`, or `invalid_input` where some of it has not come yet */
  find(fileId: string): UploadedFile;
  discard(fileId: string): void;
  /** Removes a file that came in here; leaves any other alone. */
  remove(path: string): void;
  /** Removes what an earlier console left here, but for these. */
  clear(kept: readonly string[]): void;
}

interface Announced extends UploadedFile {
  readonly bytes: number;
  received: number;
}

/** Opens the folder; it is made with the first file. */
export function openUploads(folder: string): Uploads {
  const announced = new Map<string, Announced>();

  function mustFind(fileId: string): Announced {
    const file = announced.get(fileId);
    if (file === undefined) {
      throw new Fault("not_found", "This file is not here any more. Choose it again.", { fileId });
    }
    return file;
  }

  function remove(path: string): void {
    if (dirname(dirname(path)) !== folder) return;
    rmSync(dirname(path), { recursive: true, force: true });
  }

  function discard(fileId: string): void {
    const file = announced.get(fileId);
    if (file === undefined) return;
    announced.delete(fileId);
    remove(file.path);
  }

  return {
    partBytes,
    announce(fileName, bytes) {
      if (bytes > mostBytes) throw tooLarge(fileName);
      const fileId = randomUUID();
      const path = join(folder, fileId, safeName(fileName));
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if (bytes > freeBytes(folder)) {
        remove(path);
        throw new Fault("store_full", `The disk has no room for ${fileName}. Nothing was kept.`, { bytes });
      }
      announced.set(fileId, { path, fileName, bytes, received: 0 });
      const [oldest] = announced.keys();
      if (announced.size > mostAnnounced && oldest !== undefined) discard(oldest);
      return { fileId, partBytes };
    },
    async write(fileId, offset, chunks) {
      const entry = mustFind(fileId);
      if (offset > entry.received) {
        throw new Fault("invalid_input", "A part of the file before this one is missing. Send that first.", {
          received: entry.received,
        });
      }
      const file = await open(entry.path, offset === 0 ? "w" : "r+", 0o600);
      let end = offset;
      try {
        for await (const chunk of chunks) {
          if (end + chunk.length > entry.bytes || end + chunk.length > offset + partBytes) {
            throw tooLarge(entry.fileName);
          }
          await file.write(chunk, 0, chunk.length, end);
          end += chunk.length;
        }
      } finally {
        await file.close();
      }
      entry.received = Math.max(entry.received, end);
      return entry.received;
    },
    find(fileId) {
      const { path, fileName, bytes, received } = mustFind(fileId);
      if (received < bytes) {
        throw new Fault("invalid_input", "The file has not arrived as a whole yet. Send the rest first.", {
          received,
        });
      }
      return { path, fileName };
    },
    discard,
    remove,
    clear(kept) {
      const folders = new Set(kept.map((path) => dirname(path)));
      for (const name of namesIn(folder)) {
        const path = join(folder, name);
        if (!folders.has(path)) rmSync(path, { recursive: true, force: true });
      }
    },
  };
}

function tooLarge(fileName: string): Fault {
  return new Fault("too_large", `${fileName} is larger than was announced, or than can be read.`, {
    maxBytes: mostBytes,
  });
}

/** A name that is one file in its folder on any system. */
function safeName(fileName: string): string {
  const name = fileName
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .replace(/^[.\s]+/, "_")
    .slice(-120)
    .trim();
  return name === "" ? "file" : name;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
