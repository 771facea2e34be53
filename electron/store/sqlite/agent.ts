/** Agents, each folded from its own events by last write. */
import type Database from "better-sqlite3";
import { type AgentFold, completeFold, foldAgent, type KeptAgentFold } from "../../../shared/domain/agent.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { Changes } from "./changes.ts";
import type { DirectoryIndex } from "./directory-index.ts";

export class AgentTable {
  readonly #directory: DirectoryIndex;
  readonly #get: Database.Statement<[string], string>;
  readonly #put: Database.Statement<[string, string]>;
  readonly #all: Database.Statement<[], string>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    this.#get = db.prepare<[string], string>("SELECT fold FROM agent WHERE id = ?").pluck();
    this.#put = db.prepare("INSERT OR REPLACE INTO agent VALUES (?, ?)");
    this.#all = db.prepare<[], string>("SELECT fold FROM agent ORDER BY id").pluck();
  }

  project(id: string, fresh: readonly VigieEvent[], changes: Changes): void {
    let fold = this.readOne(id);
    for (const event of fresh) {
      fold = foldAgent(fold, event);
      this.#see(event, changes);
    }
    if (fold === undefined) return;
    this.#put.run(id, JSON.stringify(fold));
    if (changes.wanted) changes.agents.set(id, fold);
  }

  read(): AgentFold[] {
    return this.#all.all().map(toFold);
  }

  readOne(id: string): AgentFold | undefined {
    const kept = this.#get.get(id);
    return kept === undefined ? undefined : toFold(kept);
  }

  #see(event: VigieEvent, changes: Changes): void {
    if (event.type === "agent.assigned") {
      for (const service of event.data.services ?? []) this.#directory.seeService(service, "", changes);
    }
    if (event.type !== "agent.signed_in") return;
    this.#directory.seeSite(event.data.site, changes);
    for (const { service } of event.data.skills ?? []) this.#directory.seeService(service, "", changes);
  }
}

function toFold(kept: string): AgentFold {
  return completeFold(JSON.parse(kept) as KeptAgentFold);
}
