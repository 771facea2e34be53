import { useEffect } from "react";
import { notifyDesktop } from "../alerts/signals.ts";
import { useClient, useConnection } from "../client/client.ts";
import { followStream } from "../client/stream.ts";

/**
 * Shows the console's messages on the desktop. Mounted once per page; of several pages the console
 * lets only the first one show a message, and only one that may.
 */
export function DesktopMessages() {
  const client = useClient();
  const connection = useConnection();
  useEffect(() => {
    const stop = new AbortController();
    void followStream(
      connection,
      stop.signal,
      () => client.notification.watch(undefined, { signal: stop.signal }),
      ({ id, title, body }) => {
        if (Notification.permission === "granted") {
          client.notification.claim({ id }).then(
            (isOurs) => {
              if (isOurs) notifyDesktop(title, body, id);
            },
            // The console is gone: it tells another page, or this one again.
            () => undefined,
          );
        }
        return "go_on";
      },
    );
    return () => stop.abort();
  }, [client, connection]);
  return null;
}
