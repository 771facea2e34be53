/**
 * A process for tests: appends to the store that its first argument names until it is killed, and
 * prints one line per call: the number of the case, and `ok` or the code of the fault.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../electron/store/open.ts";
import { Fault } from "../../shared/faults.ts";
import { visit } from "./events.ts";

const [path = "", first = "0"] = process.argv.slice(2);
const store = await openStore(path);
for (let number = Number(first); ; number += 1) {
  // Two cases get their events in turns, so that cases are open when the process dies.
  const told = { arrivedAtMs: number * 1000, waitSeconds: number % 900, handleSeconds: 60 };
  const own = visit(`c${number}`, told).slice(0, 2);
  const earlier = visit(`c${number - 1}`, { ...told, arrivedAtMs: (number - 1) * 1000 }).slice(2);
  writeSync(1, `${number} ${await outcomeOf([...own, ...earlier])}\n`);
}

async function outcomeOf(events: ReturnType<typeof visit>): Promise<string> {
  try {
    const outcomes = await store.append(events, "test");
    return outcomes.some((outcome) => outcome.status === "rejected") ? "rejected" : "ok";
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}
