import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppResponder } from "../../../electron/hosts/app-files.ts";

const secret = "not for the page";

describe("the files behind app://vigie/", () => {
  let folder: string;
  let respond: ReturnType<typeof createAppResponder>;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "vigie-app-")));
    mkdirSync(join(folder, "screens/assets"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), secret);
    writeFileSync(join(folder, "screens/index.html"), "<p>page</p>");
    writeFileSync(join(folder, "screens/assets/a.js"), "1");
    writeFileSync(join(folder, "screens/assets/b.js"), "2");
    symlinkSync(join(folder, "secret.txt"), join(folder, "screens/assets/link.js"));
    symlinkSync(folder, join(folder, "screens/up"));
    respond = createAppResponder(join(folder, "screens"));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("serves the page at the root, and each file under its path", async () => {
    expect(await (await respond("GET", "app://vigie/")).text()).toBe("<p>page</p>");
    const script = await respond("GET", "app://vigie/assets/a.js?v=1#x");
    expect(await script.text()).toBe("1");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await (await respond("HEAD", "app://vigie/assets/a.js")).text()).toBe("");
  });

  it("follows no link, not even one that took a file's place after the start", async () => {
    expect((await respond("GET", "app://vigie/assets/link.js")).status).toBe(404);
    expect((await respond("GET", "app://vigie/up/secret.txt")).status).toBe(404);
    renameSync(join(folder, "screens/assets/b.js"), join(folder, "screens/assets/c.js"));
    symlinkSync(join(folder, "secret.txt"), join(folder, "screens/assets/b.js"));
    expect((await respond("GET", "app://vigie/assets/b.js")).status).toBe(404);
  });

  it("lets none of 10,000 hostile addresses out of the folder", async () => {
    const served = new Set(["<p>page</p>", "1", ""]);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileUrl(), async (url) => {
        const response = await respond("GET", url.replaceAll("FOLDER", folder));
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect(served).toContain(await response.text());
      }),
      { numRuns: 10_000 },
    );
    expect([...statuses.keys()].sort()).toEqual([200, 404]);
  });
});

/** Addresses of dots, separators and names in every spelling that has ever led out of a folder. */
function hostileUrl(): fc.Arbitrary<string> {
  const step = fc.constantFrom(
    ...[
      "..",
      ".",
      "...",
      "%2e%2e",
      "%2E.",
      ".%2e",
      "%252e%252e",
      "%c0%ae%c0%ae",
      "..;",
      "..%00",
      "．．",
      "~",
    ],
    ...["assets", "a.js", "index.html", "up", "link.js", "secret.txt", "screens", "FOLDER", "etc", "passwd"],
  );
  const separator = fc.constantFrom("/", "/", "/", "//", "\\", "%2f", "%5c", "%252f", "/./", "∕", ":", "");
  const origin = fc.constantFrom(
    "app://vigie",
    "app://vigie",
    "app:",
    "app:/",
    "app://",
    "app://vigie:80",
    "app://x@vigie",
    "file://",
  );
  const tail = fc.constantFrom("", "", "?x=../secret.txt", "#/../secret.txt", "%00.html", "::$DATA", "/.");
  return fc
    .tuple(origin, fc.array(fc.tuple(separator, step), { maxLength: 10 }), tail)
    .map(([start, steps, end]) => start + steps.flat().join("") + end);
}
