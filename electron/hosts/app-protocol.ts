/** The scheme `app:`, under which the window loads its screens instead of from `file:`. */
import { protocol, type Session } from "electron";
import { appScheme, createAppResponder } from "./app-files.ts";

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
 */
export function serveApp(session: Session, folder: string): void {
  const respond = createAppResponder(folder);
  session.protocol.handle(appScheme, (request) => respond(request.method, request.url));
}
