/** Stands in for the module `electron` where the preload script asks for it. */
import { EventEmitter } from "node:events";
import { parentPort } from "node:worker_threads";

class StandInRenderer extends EventEmitter {
  send(channel: string): void {
    parentPort?.postMessage({ channel });
  }
}

export const ipcRenderer = new StandInRenderer();
