/** A console that is killed in the middle of an import. */
import { mappingOf } from "../../shared/domain/import-plan.ts";
import { openDesk } from "./import-desk.ts";
import { ticketTable } from "./ticket-table.ts";

const desk = await openDesk(process.argv[2] ?? "");
const fileId = await desk.send("t.csv", ticketTable(4_000));
const { plan } = await desk.imports.look(fileId, {});
const { id } = await desk.imports.start(fileId, "import", mappingOf(plan, {}));
await desk.until(id, ({ counts }) => counts.rows > 0);
process.send?.("under way");
