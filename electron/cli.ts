/** The same services from a terminal: `npm run vigie -- help`. */
import { runCommandLine } from "./cli/run.ts";

const interrupted = new AbortController();
const [, , ...args] = process.argv;
// The console closes itself; other commands finish the batch at hand, and a second signal ends them.
if (args[0] !== "start") process.once("SIGINT", () => interrupted.abort());

process.exitCode = await runCommandLine(args, {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  remark: (text) => process.stderr.write(text),
  signal: interrupted.signal,
});
