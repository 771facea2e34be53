/**
 * The built screens as answers to requests for `app://vigie/`, and nothing else of the disk.
 *
 * Which files there are is settled once, at start: a request can only name one of them. What a
 * hostile address spells is therefore never made into a path.
 */
import { readdirSync, realpathSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** The scheme of the screens' addresses. */
export const appScheme = "app";

/** The origin of the screens, as frames and permission requests name it. */
export const appOrigin = `${appScheme}://vigie`;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

const securityHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Makes what answers a request for the files of a folder: the file, or 404 or 405 without a body. */
export function createAppResponder(folder: string): (method: string, url: string) => Promise<Response> {
  const files = listFiles(realpathSync(folder));
  return async (method, url) => {
    if (method !== "GET" && method !== "HEAD") return refusal(405);
    const path = pathOf(url);
    const file = path === undefined ? undefined : files.get(path);
    if (file === undefined) return refusal(404);
    try {
      // A file that became a link since the start would lead elsewhere.
      if ((await realpath(file)) !== file) return refusal(404);
      const body = method === "HEAD" ? null : await readFile(file);
      return new Response(body, {
        headers: {
          ...securityHeaders,
          "content-type": contentTypes[extname(file)] ?? "application/octet-stream",
          "cache-control": "no-cache",
        },
      });
    } catch {
      return refusal(404);
    }
  };
}

/** Regular files below a folder by the path under which they are served; links are left out. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join("/")}`, file);
  }
  const page = files.get("/index.html");
  if (page !== undefined) files.set("/", page);
  return files;
}

/** The path that an address of the screens names, or undefined where it is not one of theirs. */
function pathOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol: urlScheme, host, username, password, pathname } = new URL(url);
  const isOurs = urlScheme === `${appScheme}:` && host === "vigie" && username === "" && password === "";
  return isOurs ? pathname : undefined;
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders });
}
