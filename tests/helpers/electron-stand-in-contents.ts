/** The stand-in's web contents and message ports: a worker thread is the page's process. */
import { EventEmitter, once } from "node:events";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";

/** A frame as it names itself in a message to the main process. */
export interface Frame {
  readonly origin: string;
}

interface FromPage {
  readonly channel?: string;
  readonly answerTo?: number;
  readonly answer?: unknown;
}

/** What a test may ask of the page. */
export type PageQuestion =
  /** The names that the preload script added to the page. */
  | { readonly kind: "globals" }
  /** The answer of a procedure, or the first message of a stream. */
  | { readonly kind: "call" | "first"; readonly path: readonly string[]; readonly input?: unknown };

export class StandInContents extends EventEmitter {
  mainFrame: Frame = { origin: "null" };
  /** Ports that were handed to the page. */
  portsPosted = 0;
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: "allow" });
  readonly #preload: string;
  readonly #receive: (channel: string, event: object) => void;
  #page: Worker | undefined;
  #questions = 0;

  constructor(preload: string, receive: (channel: string, event: object) => void) {
    super();
    this.#preload = preload;
    this.#receive = receive;
  }

  /** Starts the page's process, with the preload script in it, as if the document had come from `url`. */
  async load(url: string): Promise<void> {
    const { protocol, host } = new URL(url);
    this.mainFrame = { origin: `${protocol}//${host}` };
    this.#page = new Worker(new URL("./electron-stand-in-page.ts", import.meta.url), {
      workerData: { preload: this.#preload, protocol, origin: this.mainFrame.origin },
    });
    this.#page.on("message", ({ channel }: FromPage) => {
      if (channel !== undefined) this.deliver(channel, this.mainFrame);
    });
    await once(this.#page, "online");
  }

  /** A message from a frame of this page arrives in the main process. */
  deliver(channel: string, senderFrame: Frame | null): void {
    this.#receive(channel, { sender: this, senderFrame });
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  postMessage(channel: string, _message: unknown, ports: readonly StandInPort[]): void {
    this.portsPosted += ports.length;
    const raw = ports.map((port) => port.raw);
    this.#page?.postMessage({ channel, ports: raw }, raw);
  }

  /** Asks the page something, as a person's click would. */
  ask(question: PageQuestion): Promise<unknown> {
    const page = this.#page;
    if (page === undefined) throw new Error("no page was loaded");
    const id = ++this.#questions;
    const answer = new Promise((resolve) => {
      page.on("message", function listen({ answerTo, answer }: FromPage) {
        if (answerTo !== id) return;
        page.off("message", listen);
        resolve(answer);
      });
    });
    page.postMessage({ id, question });
    return answer;
  }
}

/** As Electron's MessagePortMain: an event emitter, unlike the ports of Node and of browsers. */
class StandInPort extends EventEmitter {
  readonly raw: MessagePort;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
  }

  start(): void {
    this.raw.on("message", (data) => this.emit("message", { data, ports: [] }));
    this.raw.on("close", () => this.emit("close"));
  }

  postMessage(data: unknown): void {
    this.raw.postMessage(data);
  }

  close(): void {
    this.raw.close();
  }
}

export class MessageChannelMain {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPort(port1);
    this.port2 = new StandInPort(port2);
  }
}
