/** The parts of files that the desktop window sends to be imported, under `app://vigie/imports/`. */
import { Fault } from "../../shared/faults.ts";
import { faultBody, statusOf } from "../http/fault-reply.ts";
import type { Uploads } from "../services/import-upload.ts";
import { appOrigin } from "./app-files.ts";

const headers = { "content-type": "application/json" };

/** Makes what answers the window's parts; null for a request that is none. */
export function createUploadResponder(uploads: Uploads): (request: Request) => Promise<Response> | null {
  return (request) => {
    if (request.method !== "POST" || !URL.canParse(request.url)) return null;
    const { pathname, searchParams, protocol, host } = new URL(request.url);
    const [, fileId] = /^\/imports\/([\da-f-]{36})$/.exec(pathname) ?? [];
    if (`${protocol}//${host}` !== appOrigin || fileId === undefined) return null;
    return take(uploads, request, fileId, Number(searchParams.get("offset")));
  };
}

async function take(uploads: Uploads, request: Request, fileId: string, offset: number): Promise<Response> {
  try {
    if (!Number.isInteger(offset) || offset < 0 || request.body === null) {
      throw new Fault("invalid_input", "A part of a file is named by its file and its offset.");
    }
    const received = await uploads.write(fileId, offset, request.body);
    return new Response(JSON.stringify({ received }), { headers });
  } catch (error) {
    const fault =
      error instanceof Fault ? error : new Fault("internal", "The part could not be kept. Send it again.");
    return new Response(faultBody(fault), { status: statusOf(fault.code), headers });
  }
}
