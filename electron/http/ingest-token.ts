/** The token that feeds show when they post events. It only writes: nothing can be read with it. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { readPrivateFile, writePrivateFile } from "./private-file.ts";

const fileName = "ingest-token";
const wellFormed = /^vigie_[\w-]{43}$/;

export interface IngestToken {
  value(): string;
  /** Compares in constant time. */
  matches(candidate: string): boolean;
  /** Makes a new token; the old one stops working at once. */
  renew(): string;
}

/**
 * The token of a data folder, made (256 bits) where there is none that is whole. The file is read
 * each time, so that a token renewed from the command line counts at once in a running console.
 */
export function openIngestToken(dataFolder: string): IngestToken {
  const path = join(dataFolder, fileName);

  function kept(): string | undefined {
    const text = readPrivateFile(path);
    return text !== undefined && wellFormed.test(text) ? text : undefined;
  }

  function renew(): string {
    const token = `vigie_${randomBytes(32).toString("base64url")}`;
    writePrivateFile(path, `${token}\n`);
    return token;
  }

  if (kept() === undefined) renew();
  return {
    value: () => kept() ?? renew(),
    matches(candidate) {
      const token = kept();
      return token !== undefined && timingSafeEqual(digest(candidate), digest(token));
    },
    renew,
  };
}

/** Equal lengths, whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
