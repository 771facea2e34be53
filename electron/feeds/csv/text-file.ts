/** A text file in whatever encoding, as UTF-8. */
import { readBytes, unreadable } from "./file-bytes.ts";

const sampleBytes = 64 * 1024;

export interface TextFile {
  /** Label of the encoding, as `TextDecoder` names it. */
  readonly encoding: string;
  /** Size once decompressed. */
  readonly bytes: number;
  /** The start of the text. */
  readonly sample: string;
  /** Whether some bytes are wrong in an encoding that is otherwise right; they read as U+FFFD. */
  readonly hasWrongBytes: boolean;
  /** The text in UTF-8, without byte order mark, from its start. */
  chunks(): AsyncGenerator<Buffer>;
}

/**
 * Finds out the encoding: by the byte order mark, else UTF-8 where the bytes are that, else
 * windows-1252, which every byte fits.
 *
 * @param encoding where the mapping names it
 * @throws Fault `file_unreadable`
 */
export async function openTextFile(path: string, encoding?: string): Promise<TextFile> {
  const survey = await surveyBytes(path);
  if (survey.bytes === 0) throw unreadable(path, "the file is empty. Nothing was imported.");
  const label = encoding ?? survey.encoding;
  const sample = new TextDecoder(label).decode(survey.sample, { stream: true });
  if (sample.split("\n", 1)[0]?.includes("\0")) {
    throw unreadable(
      path,
      "its first line is not text: perhaps UTF-16 without a byte order mark, or no table at all. Save it as CSV (UTF-8) and import that.",
    );
  }
  return {
    encoding: label,
    bytes: survey.bytes,
    sample,
    hasWrongBytes: label === "utf-8" && !survey.isUtf8,
    chunks: () => (label === "utf-8" && survey.isUtf8 ? withoutMark(path) : decoded(path, label)),
  };
}

interface Survey {
  readonly bytes: number;
  readonly encoding: string;
  readonly isUtf8: boolean;
  readonly sample: Buffer;
}

async function surveyBytes(path: string): Promise<Survey> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const sample: Buffer[] = [];
  let bytes = 0;
  let isUtf8 = true;
  for await (const chunk of readBytes(path)) {
    if (bytes < sampleBytes) sample.push(chunk.subarray(0, sampleBytes - bytes));
    bytes += chunk.length;
    // A file that was cut off within a character is still UTF-8: the end is never asked for.
    isUtf8 &&= decodes(strict, chunk);
  }
  const start = Buffer.concat(sample);
  const encoding = markOf(start) ?? (isUtf8 || (await isMostlyUtf8(path)) ? "utf-8" : "windows-1252");
  return { bytes, sample: start, isUtf8, encoding };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether the letters beyond ASCII that make sense in UTF-8 outnumber the bytes that do not. */
async function isMostlyUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8");
  let sound = 0;
  let wrong = 0;
  for await (const chunk of readBytes(path)) {
    for (const [letter] of decoder.decode(chunk, { stream: true }).matchAll(/[^\0-\x7f]/gu)) {
      if (letter === "\ufffd") wrong += 1;
      else sound += 1;
    }
  }
  return sound > wrong;
}

function markOf(start: Buffer): string | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : undefined;
}

async function* withoutMark(path: string): AsyncGenerator<Buffer> {
  let start = true;
  for await (const chunk of readBytes(path)) {
    yield start && markOf(chunk) === "utf-8" ? chunk.subarray(3) : chunk;
    start = false;
  }
}

async function* decoded(path: string, label: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(label);
  for await (const chunk of readBytes(path)) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  const end = decoder.decode();
  if (end !== "") yield Buffer.from(end);
}
