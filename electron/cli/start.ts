/** `vigie start`: the console itself. */
import type { Command } from "./command.ts";

export const startCommand: Command = {
  name: "start",
  summary: "start the console (what npm start does)",
  help: [
    "start [--browser | --desktop] [--port N] [--db PATH] [--no-open] [--demo | --demo-when-empty]",
    "",
    "  --browser   in a window of the installed browser",
    "  --desktop   in the desktop window, or not at all",
    "  --port N    listen on 127.0.0.1:N (7468; 0 takes a free one)",
    "  --no-open   open no window, print the address",
    "  --demo      start the demo floor with it",
    "  --demo-when-empty  the same, where nothing has come in yet or the demo ran last time",
  ].join("\n"),
  async run(args) {
    // Loaded only here: no other command needs the hosts.
    const { launch } = await import("../launch.ts");
    await launch(args);
  },
};
