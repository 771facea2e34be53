/** What a page may ask of the machine: notifications, the whole display and that it stays lit; nothing else. */
import type { Session } from "electron";
import { appOrigin } from "./app-files.ts";

const granted: ReadonlySet<string> = new Set(["notifications", "fullscreen", "screen-wake-lock"]);

/** Denies by default, whether a page asks or only checks. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, { isMainFrame, requestingUrl }) => {
    callback(isMainFrame && isGranted(permission, requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) => {
    return isMainFrame && isGranted(permission, requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
}

function isGranted(permission: string, requester: string): boolean {
  return granted.has(permission) && (requester === appOrigin || requester.startsWith(`${appOrigin}/`));
}
