/** The parts of files that a page sends to be imported, in an ordinary browser. */
import { z } from "zod";
import { Fault } from "../../shared/faults.ts";
import type { GuardedServer } from "../http/server.ts";
import type { Uploads } from "../services/import-upload.ts";
import { type Sessions, sessionOf } from "./session.ts";

const contentType = "application/octet-stream";
const partSchema = z.object({ offset: z.coerce.number().int().min(0) });
const fileSchema = z.object({ fileId: z.uuid() });

/**
 * Adds `POST /imports/ID?offset=N`. No form of another page can send this content type, and no other
 * page has the session's cookie.
 */
export function serveUploads(server: GuardedServer, uploads: Uploads, sessions: Sessions): void {
  server.addRoutes((app) => {
    app.addContentTypeParser(contentType, (_request, payload, done) => done(null, payload));
    app.post("/imports/:fileId", {
      bodyLimit: uploads.partBytes,
      onRequest: async (request) => {
        const session = sessionOf(request.headers.cookie, server.port);
        if (session === undefined || sessions.seatOf(session) === null) {
          throw new Fault(
            "unauthorised",
            "There is no session, or it has ended. Start Vigie again: it opens a new one.",
          );
        }
      },
      handler: async (request, reply) => {
        const file = fileSchema.safeParse(request.params);
        const part = partSchema.safeParse(request.query);
        if (!file.success || !part.success || !isBytes(request.body)) {
          throw new Fault("invalid_input", "A part of a file is named by its file and its offset.");
        }
        const received = await uploads.write(file.data.fileId, part.data.offset, request.body);
        return reply.send({ received });
      },
    });
  });
}

function isBytes(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
