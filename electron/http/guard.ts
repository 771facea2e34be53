/** Decides, before any routing, whether a request may be looked at: right host, right page, right form. */
import { Fault } from "../../shared/faults.ts";

/** The parts of a request that the guard reads. `rawHeaders` alternates names and values. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: readonly string[];
}

/** How the console itself is addressed; it listens on nothing else. */
const consoleNames = ["127.0.0.1", "localhost"];

/**
 * Lets a request through, or says why not. A web page elsewhere can make a browser send requests to
 * this machine, and can point a name of its own at it; only the exact addresses of this server pass.
 *
 * @param names the only hosts under which the server may be addressed
 * @throws Fault `forbidden`: nothing of the request was read or kept
 */
export function guardRequest(
  request: GuardedRequest,
  port: number,
  names: readonly string[] = consoleNames,
): void {
  const url = request.url ?? "";
  if (!url.startsWith("/")) {
    throw refused("Only a path is taken in the request line, such as /v1/events.", "url");
  }
  const hosts = headerValues(request, "host");
  const authorities = authoritiesOf(names, port);
  if (hosts.length !== 1 || !authorities.includes(hosts[0] ?? "")) {
    throw refused(`The Host header must be exactly one of: ${authorities.join(", ")}.`, "host");
  }
  const origins = headerValues(request, "origin");
  if (!origins.every((origin) => authorities.some((authority) => origin === `http://${authority}`))) {
    throw refused("Pages of another origin may not use this server.", "origin");
  }
  if (origins.length > 1 || (origins.length === 0 && comesFromAnotherPage(request))) {
    throw refused("Pages of another origin may not use this server.", "origin");
  }
}

/**
 * As `guardRequest`, for the opening of a WebSocket: browsers always name the origin there, so its
 * absence is refused too.
 *
 * @throws Fault `forbidden`
 */
export function guardUpgrade(request: GuardedRequest, port: number): void {
  guardRequest(request, port);
  if (headerValues(request, "origin").length !== 1) {
    throw refused("A WebSocket is opened by the console's own page only.", "origin");
  }
}

/** How this server may be addressed; browsers leave the port out where it is 80. */
function authoritiesOf(names: readonly string[], port: number): string[] {
  return names.map((name) => (port === 80 ? name : `${name}:${port}`));
}

/**
 * Browsers say where a request comes from even where they send no Origin. Following a link from
 * elsewhere to a page of the console is harmless, because GET changes nothing; all else is refused.
 */
function comesFromAnotherPage(request: GuardedRequest): boolean {
  const site = headerValues(request, "sec-fetch-site").at(0);
  if (site === undefined || site === "same-origin" || site === "none") return false;
  return !(
    request.method === "GET" &&
    headerValues(request, "sec-fetch-mode").at(0) === "navigate" &&
    headerValues(request, "sec-fetch-dest").at(0) === "document"
  );
}

function headerValues({ rawHeaders }: GuardedRequest, name: string): string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? "");
  }
  return values;
}

function refused(reason: string, field: string): Fault {
  return new Fault("forbidden", `${reason} Nothing was changed.`, { field });
}
