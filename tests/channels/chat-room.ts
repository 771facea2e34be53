/** A real receiver of webhooks for tests: what was posted lies in `posts`. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface ChatRoom {
  readonly url: string;
  readonly posts: readonly { readonly path: string; readonly body: unknown }[];
}

/** Starts it on a free port; `answer` may refuse. It is gone when the test ends. */
export async function openChatRoom(
  answer: RequestListener = (_request, response) => response.end("ok"),
): Promise<ChatRoom> {
  const posts: { path: string; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      posts.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString() || "null") });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hooks/secret`, posts };
}
