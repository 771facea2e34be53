/** A whole console in a folder of its own, as a host composes it, with seats to ask from. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { onTestFinished } from "vitest";
import { composeConsole } from "../../electron/compose.ts";
import type { Role } from "../../shared/domain/role.ts";
import { defaultSettings, type Settings } from "../../shared/domain/settings.ts";

const passphrase = "trois petits chats";

/** Opens it for one test; nobody is entered yet. */
export async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), "vigie-house-"));
  let settings: Settings = { ...defaultSettings, onboarded: true, operatorName: "Claire" };
  const vigie = await composeConsole(
    {
      storePath: join(folder, "vigie.db"),
      dataFolder: folder,
      port: 0,
      host: "browser",
      open: false,
      demo: "off",
    },
    {
      settingsFile: {
        read: () => settings,
        write: (changed) => {
          settings = changed;
        },
      },
      host: "browser",
      print: () => Promise.reject(new Error("Nothing is printed here.")),
    },
  );
  onTestFinished(async () => {
    await vigie.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (seat: string) => createRouterClient(vigie.router, { context: { seat } });

  return {
    /** Who asks from a seat. */
    at,
    /** Enters somebody from a seat, and signs them in at a seat of their own; the first one closes the house. */
    async enter(role: Role, from: string) {
      const person = {
        id: role,
        name: `The ${role}`,
        roles: [role],
        agentId: role === "agent" ? "a-1" : null,
        teamAgentIds: null,
        isActive: true,
      };
      await at(from).person.put({ person, passphrase });
      const seat = `seat of ${role}`;
      await at(seat).session.signIn({ personId: role, passphrase });
      return at(seat);
    },
  };
}
