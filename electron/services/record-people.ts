/** Whose names must not stand in somebody else's record. */
import type { Actor } from "../../shared/domain/actor.ts";
import type { Agent } from "../../shared/domain/agent.ts";
import type { BackupPerson } from "../../shared/domain/directory.ts";
import type { HiddenName } from "../../shared/domain/own-record.ts";
import type { Person } from "../../shared/domain/person.ts";

export interface RecordPeople {
  readonly agents: readonly Pick<Agent, "id" | "name">[];
  readonly roster: readonly Pick<BackupPerson, "agentId" | "name">[];
  readonly people: readonly Pick<Person, "agentId" | "name">[];
  /** Who coached, or looked. */
  readonly authors: readonly string[];
  /** Anybody else who is named, whether they are entered somewhere or not. */
  readonly others: readonly string[];
}

/** Everybody but the one whose record it is, with the role that stands for them. */
export function everyone(
  { agents, roster, people, authors, others }: RecordPeople,
  self: Pick<Actor, "name" | "agentId">,
  words: { readonly author: string; readonly colleague: string },
): HiddenName[] {
  const colleagues = [
    ...agents.map(({ id, name }) => ({ agentId: id, name })),
    ...roster.map(({ agentId, name }) => ({ agentId, name })),
    ...people.map(({ agentId, name }) => ({ agentId, name })),
    ...others.map((name) => ({ agentId: null, name })),
  ].filter((one) => one.agentId === null || one.agentId !== self.agentId);
  const wrote = new Set(authors);
  return [
    ...[...wrote].map((name) => ({ name, role: words.author })),
    ...colleagues.filter(({ name }) => !wrote.has(name)).map(({ name }) => ({ name, role: words.colleague })),
  ].filter(({ name }) => name !== self.name);
}
