import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlLine, importLine } from "../../../renderer/data/curl-line.ts";
import { understandEvent } from "../../../shared/domain/understand.ts";

/** What a POSIX shell makes of a line, without running its command. */
function argumentsOf(line: string): string[] {
  const { stdout } = spawnSync("sh", ["-c", `set -- ${line}; printf '%s\\0' "$@"`], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

const access = { url: "http://127.0.0.1:7468/v1/events", token: "vigie_abc" };
const nowMs = Date.parse("2026-11-24T10:00:00Z");

describe("the line for a terminal", () => {
  it("posts one event that the console understands, with the token", () => {
    const [command, url, , authorization, , type, , body = ""] = argumentsOf(curlLine(access, nowMs));
    expect([command, url, authorization]).toEqual(["curl", access.url, "Authorization: Bearer vigie_abc"]);
    expect(type).toBe("Content-Type: application/cloudevents+json");
    expect(understandEvent(JSON.parse(body))).toMatchObject({ type: "case.arrived", atMs: nowMs });
  });

  it("names another event each time", () => {
    const id = (atMs: number) =>
      (JSON.parse(argumentsOf(curlLine(access, atMs)).at(-1) ?? "{}") as { id: string }).id;
    expect(id(nowMs)).not.toBe(id(nowMs + 1));
  });
});

describe("the line that imports a file", () => {
  it("keeps a store's path whole, whatever is in it", () => {
    const path = "/home/claire/données d'accueil/vigie $HOME.db";
    expect(argumentsOf(importLine(path, "--preset warsaw-offices"))).toEqual([
      ..."npm run vigie -- import FICHIER.csv --preset warsaw-offices --db".split(" "),
      path,
    ]);
  });
});
