/** Many requests on one connection, one behind the other without waiting. */
import { connect } from "node:net";

const most = 20_000;

/** Posts (with a wrong token) until an answer has the status, and gives that answer's text. */
export function floodUntil(status: number, port: number): Promise<string> {
  const request =
    `POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer wrong\r\n` +
    "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      const answer = text.slice(text.lastIndexOf("HTTP/1.1 "));
      if (!answer.startsWith(`HTTP/1.1 ${status}`) || !answer.includes("}}}")) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`no answer had the status ${status}`)));
    socket.write(request.repeat(most));
  });
}
