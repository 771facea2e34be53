/** A process of its own that serves the HTTP feed of a data folder, to be killed. Prints its address. */
import { join } from "node:path";
import { registerHttpFeed } from "../../../electron/feeds/http/http-feed.ts";
import { openIngestToken } from "../../../electron/http/ingest-token.ts";
import { createGuardedServer } from "../../../electron/http/server.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { openStore } from "../../../electron/store/open.ts";

const [, , folder = "."] = process.argv;
const store = await openStore(join(folder, "vigie.db"));
const server = createGuardedServer();
registerHttpFeed(server, { ingest: createIngest(store, createClock()), token: openIngestToken(folder) });
const { port } = await server.listen(0);
console.log(`http://127.0.0.1:${port}/v1/events`);
