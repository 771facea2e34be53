/** Stands between a page in the browser and its console, so that answers can be late or fail. */
import type { Page } from "@playwright/test";
import type { FaultCode, FaultValue } from "../../shared/faults.ts";

export interface Between {
  /** From now on questions of this name (`note/find`, or `note` for all of a noun) wait for their answer. */
  hold(question: string): void;
  /** From now on questions of this name are answered with a fault; an unexpected one where none is named. */
  fail(question: string, code?: FaultCode): void;
  /** Everything is answered again, also what was held. */
  letGo(): void;
}

/** Whether a question has this name, or is one of this noun. */
function isNamed(question: string, name: string | null): boolean {
  return name !== null && (question === name || question.startsWith(`${name}/`));
}

function faultOf(code: FaultCode): FaultValue {
  return { code, message: "A test asked for it.", data: {} };
}

/** Takes effect with the socket that the page opens next; the page is loaded anew for it. */
export async function standBetween(page: Page): Promise<Between> {
  let held: string | null = null;
  let failed: string | null = null;
  let fault = faultOf("internal");
  let waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { i, p } = JSON.parse(message.toString()) as { i: string; p?: { u?: string } };
      const question = p?.u?.slice(1);
      const pass = () => server.send(message);
      if (question === undefined) pass();
      else if (isNamed(question, held)) waiting.push(pass);
      else if (isNamed(question, failed)) {
        const json = { defined: true, code: "FAULT", status: 422, message: fault.message, data: fault };
        socket.send(JSON.stringify({ i, p: { s: 422, b: { json } } }));
      } else pass();
    });
  });
  await page.reload();
  return {
    hold(question) {
      held = question;
    },
    fail(question, code = "internal") {
      failed = question;
      fault = faultOf(code);
    },
    letGo() {
      held = null;
      failed = null;
      for (const pass of waiting) pass();
      waiting = [];
    },
  };
}
