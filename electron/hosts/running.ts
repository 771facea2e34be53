/** Which consoles of a data folder are running, so that a second start can find the first. */
import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config.ts";
import { readPrivateFile, writePrivateFile } from "../http/private-file.ts";

const runningSchema = z.object({
  pid: z.int(),
  storePath: z.string(),
  url: z.string(),
  port: z.int(),
});
export type Running = z.infer<typeof runningSchema>;

/** Notes that this process serves the store of `config`; returns how to take that back. */
export function rememberRunning(config: Config, at: Pick<Running, "url" | "port">): () => void {
  const { storePath } = config;
  const path = join(
    folderOf(config.dataFolder),
    `${createHash("sha256").update(storePath).digest("hex")}.json`,
  );
  writePrivateFile(path, JSON.stringify({ pid: process.pid, storePath, ...at } satisfies Running));
  return () => rmSync(path, { force: true });
}

/** The consoles of a data folder whose process is alive. */
export function runningConsoles(dataFolder: string): Running[] {
  return fileNames(folderOf(dataFolder)).flatMap((name) => {
    const running = parse(readPrivateFile(join(folderOf(dataFolder), name)) ?? "");
    return running !== undefined && isAlive(running.pid) ? [running] : [];
  });
}

function folderOf(dataFolder: string): string {
  return join(dataFolder, "running");
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

function parse(text: string): Running | undefined {
  try {
    return runningSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
