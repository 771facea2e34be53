/** The built screens, for an ordinary browser. They hold no data: that comes over the socket. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fastifyStatic } from "@fastify/static";
import { Fault } from "../../shared/faults.ts";
import type { GuardedServer } from "../http/server.ts";

/**
 * Serves a folder of built screens at the root of the server.
 *
 * @throws Fault `file_unreadable` where they were not built
 */
export function serveScreens(server: GuardedServer, folder: string): void {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Fault("file_unreadable", `The screens are not in ${folder}. Build them: npm run build.`, {
      path: folder,
    });
  }
  server.addRoutes((app) => {
    app.register(fastifyStatic, {
      root: folder,
      dotfiles: "deny",
      // The names of assets change with their content; the page itself is always asked for again.
      setHeaders(reply, path) {
        const immutable = /[\\/]assets[\\/]/.test(path);
        reply.header("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  });
}
