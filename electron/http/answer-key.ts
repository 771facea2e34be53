/** The key that signs links to answer by: 256 bits in a private file, made where there is none. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readPrivateFile, writePrivateFile } from "./private-file.ts";

const wellFormed = /^[\w-]{43}$/;

/** The key of a data folder. Whoever removes the file makes every link that was sent worthless. */
export function openAnswerKey(dataFolder: string): Buffer {
  const path = join(dataFolder, "answer-key");
  const kept = readPrivateFile(path);
  if (kept !== undefined && wellFormed.test(kept)) return Buffer.from(kept, "base64url");
  const key = randomBytes(32);
  writePrivateFile(path, `${key.toString("base64url")}\n`);
  return key;
}
