/**
 * Preloaded (`--import`) into a process and into its threads: there, the module `electron` is a
 * stand-in, one for the main process and one for the page's preload script.
 */
import { registerHooks } from "node:module";
import { isMainThread } from "node:worker_threads";

const file = isMainThread ? "./electron-stand-in.ts" : "./electron-stand-in-preload.ts";
const standIn = new URL(file, import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

if (isMainThread) await import("./electron-stand-in-commands.ts");
