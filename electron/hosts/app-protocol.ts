/** The scheme `app:`, under which the window loads its screens instead of from `file:`. */
import { protocol, type Session } from "electron";
import type { Uploads } from "../services/import-upload.ts";
import { appScheme, createAppResponder } from "./app-files.ts";
import { createUploadResponder } from "./app-uploads.ts";

/** Makes `app:` a scheme like https: an origin of its own, secure, fetchable. Before `ready` only. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Answers the requests of a session for `app://vigie/`.
 *
 * @param folder the built screens
 * @param uploads where the parts of files go that the window sends
 */
export function serveApp(session: Session, folder: string, uploads: Uploads): void {
  const respond = createAppResponder(folder);
  const upload = createUploadResponder(uploads);
  session.protocol.handle(appScheme, (request) => upload(request) ?? respond(request.method, request.url));
}
