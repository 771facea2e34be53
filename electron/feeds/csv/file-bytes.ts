/** The bytes of a file, decompressed where it is compressed; told by its first bytes, not its name. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Fault } from "../../../shared/faults.ts";

const chunkBytes = 64 * 1024;

/** Fault `file_unreadable`; nothing was imported when it is thrown. */
export function unreadable(path: string, reason: string): Fault {
  return new Fault("file_unreadable", `${basename(path)}: ${reason}`, { file: path });
}

/**
 * Reads a file from its start to its end, as often as it is called.
 *
 * @throws Fault `file_unreadable` where it is not there, is damaged, or is no text at all
 */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  const kind = await kindOf(path);
  if (kind === "gzip") yield* readGzip(path);
  else if (kind === "xz") yield* readXz(path);
  else yield* createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;
}

async function kindOf(path: string): Promise<"gzip" | "xz" | "plain"> {
  const start = await firstBytes(path);
  if (start.startsWith("1f8b")) return "gzip";
  if (start.startsWith("fd377a585a00")) return "xz";
  if (start.startsWith("504b0304") || start.startsWith("d0cf11e0")) {
    throw unreadable(
      path,
      "this is a spreadsheet or an archive, not a table in text form. Save it as CSV (UTF-8) and import that.",
    );
  }
  return "plain";
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).isDirectory()) throw unreadable(path, "this is a folder. Name one file in it.");
      const { buffer, bytesRead } = await file.read(Buffer.alloc(6), 0, 6, 0);
      return buffer.subarray(0, bytesRead).toString("hex");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw unreadable(
      path,
      missing ? `there is no such file (${path}).` : `it can't be read: ${messageOf(error)}.`,
    );
  }
}

async function* readGzip(path: string): AsyncGenerator<Buffer> {
  const bytes = createGunzip({ chunkSize: chunkBytes });
  // An error of either stream reaches the loop below through `bytes`.
  pipeline(createReadStream(path), bytes, () => undefined);
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (error) {
    throw damaged(path, messageOf(error));
  }
}

/** Node has no xz: the machine's own program does it. */
async function* readXz(path: string): AsyncGenerator<Buffer> {
  const program = spawn("xz", ["--decompress", "--stdout", "--", path], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(program, "close").then(
    ([code]) => (code === 0 ? null : "damaged"),
    () => "absent",
  );
  let complaint = "";
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  let finished = false;
  try {
    yield* program.stdout as AsyncIterable<Buffer>;
    finished = true;
  } finally {
    if (!finished) program.kill();
  }
  const problem = await ended;
  if (problem === "absent") {
    throw unreadable(
      path,
      "reading .xz needs the program xz, which this machine does not have. Decompress the file first, or install xz (Debian: apt install xz-utils).",
    );
  }
  if (problem === "damaged") throw damaged(path, complaint.trim());
}

function damaged(path: string, detail: string): Fault {
  return unreadable(
    path,
    `the compressed file is damaged or cut off (${detail}). Nothing was imported; fetch it again, or decompress what can be saved and import that.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
