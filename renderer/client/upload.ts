/** Sends a file to the console in parts, over the address that served the page, in either host. */
import { ORPCError } from "@orpc/client";
import { z } from "zod";
import { faultSchema } from "../../shared/faults.ts";
import type { VigieClient } from "./client.ts";

const refusalSchema = z.object({ fault: faultSchema });

/**
 * Sends a file.
 *
 * @param onProgress told of the bytes that are there
 * @param signal gives it up
 * @returns the id under which the console has it
 */
export async function sendFile(
  client: VigieClient,
  file: File,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { fileId, partBytes } = await client.import.announce({ fileName: file.name, bytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += partBytes) {
      const body = await file.slice(offset, offset + partBytes).arrayBuffer();
      const response = await fetch(`/imports/${fileId}?offset=${offset}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body,
        signal,
      });
      if (!response.ok) throw await refusalOf(response);
      onProgress(Math.min(file.size, offset + partBytes));
    }
  } catch (error) {
    await client.import.discard({ fileId });
    throw error;
  }
  return fileId;
}

/** The fault of an answer, as the client gives faults. */
async function refusalOf(response: Response): Promise<Error> {
  const { data } = refusalSchema.safeParse(await response.json());
  if (data === undefined) return new Error(`The console answered with ${response.status}.`);
  return new ORPCError("FAULT", { defined: true, message: data.fault.message, data: data.fault });
}
