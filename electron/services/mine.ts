/** An agent's own record: notes that are shared with them, figures, who looked, and all of it to take away. */

import type { Actor } from "../../shared/domain/actor.ts";
import type { AgentFigures } from "../../shared/domain/agent-figures.ts";
import type { AuditEntry } from "../../shared/domain/audit.ts";
import type { Note } from "../../shared/domain/note.ts";
import { maskedRecord, type OwnNote, type OwnRecord, ownNoteSchema } from "../../shared/domain/own-record.ts";
import { recordText } from "../../shared/domain/own-record-text.ts";
import { type RecordLanguage, recordWords } from "../../shared/domain/own-record-words.ts";
import { Fault } from "../../shared/faults.ts";
import type { NoteStore, Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { AuditService } from "./audit.ts";
import type { Clock } from "./clock.ts";
import { nameIn, timeZoneOf } from "./directory.ts";
import { agentFigures } from "./note-figures.ts";
import { type CoachingRecord, type CoachingRecordStore, coachingRecord } from "./own-coaching.ts";
import { type WorkRecord, type WorkRecordStore, workRecord } from "./own-work.ts";
import { everyone, type RecordPeople } from "./record-people.ts";

export interface MineService {
  notes(): Promise<OwnNote[]>;
  acknowledge(id: string): Promise<OwnNote>;
  answer(id: string, text: string): Promise<OwnNote>;
  figures(): Promise<AgentFigures>;
  views(): Promise<AuditEntry[]>;
  everything(language: RecordLanguage): Promise<{ fileName: string; json: string; text: string }>;
}

export interface MineParts {
  readonly store: NoteStore &
    CoachingRecordStore &
    WorkRecordStore &
    Pick<Store, "agents" | "directory" | "people">;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly audit: AuditService;
}

/** Makes the service of one's own record; whoever serves nobody is refused. */
export function createMine({ store, clock, access, audit }: MineParts): MineService {
  function self(): Actor & { readonly agentId: string } {
    const actor = access.actor();
    if (actor.agentId === null) {
      throw new Fault("forbidden", "You are no agent on the floor, so there is no record of your own.");
    }
    return { ...actor, agentId: actor.agentId };
  }

  async function shared(id: string): Promise<Note> {
    const { agentId } = self();
    const note = await store.note(id);
    if (note?.agentId !== agentId || note.visibility !== "shared") {
      throw new Fault("not_found", "The note is not known.", { noteId: id });
    }
    return note;
  }

  const own = async (note: Note): Promise<OwnNote> =>
    ownNoteSchema.parse({ ...note, answers: await store.noteAnswers(note.id) });
  const notes = async (agentId: string) => Promise.all((await store.sharedNotes(agentId)).map(own));

  async function record(
    actor: Actor & { readonly agentId: string },
    coaching: CoachingRecord,
    work: WorkRecord,
  ): Promise<OwnRecord> {
    const { agentId, name } = actor;
    const agents = await store.agents();
    return {
      agentId,
      name,
      madeAtMs: clock.nowMs(),
      skills: agents.find(({ agent }) => agent.id === agentId)?.agent.skills ?? [],
      notes: await notes(agentId),
      ...coaching.kept,
      ...work.kept,
      figures: await agentFigures(store, clock, agentId),
      views: await audit.viewsOf(agentId),
    };
  }

  return {
    notes: async () => notes(self().agentId),
    async acknowledge(id) {
      await shared(id);
      return own(await store.acknowledgeNote(id, clock.nowMs()));
    },
    async answer(id, text) {
      await shared(id);
      return own(await store.answerNote(id, { author: self().name, atMs: clock.nowMs(), text }));
    },
    figures: async () => agentFigures(store, clock, self().agentId),
    views: async () => audit.viewsOf(self().agentId),
    async everything(language) {
      const actor = self();
      const words = recordWords[language];
      const coaching = await coachingRecord(store, actor.agentId);
      const work = await workRecord(store, actor);
      const whole = await record(actor, coaching, work);
      await audit.record({ kind: "exported", agentId: actor.agentId, what: "everything", purpose: null });
      const directory = await store.directory();
      const agents = (await store.agents()).map(({ agent }) => agent);
      const people: RecordPeople = {
        agents,
        roster: directory.roster,
        people: await store.people(),
        // Whoever looked or wrote, also before anybody was entered.
        authors: [
          ...whole.notes.map((note) => note.author),
          ...whole.views.map((view) => view.by),
          ...coaching.authors,
        ],
        others: work.writers,
      };
      const masked = maskedRecord(whole, everyone(people, actor, words), words);
      const siteId = agents.find((agent) => agent.id === actor.agentId)?.siteId ?? null;
      return {
        fileName: `vigie-${actor.agentId.replaceAll(/[^\w-]/g, "_")}`,
        json: `${JSON.stringify(masked, null, 2)}\n`,
        text: recordText(masked, language, timeZoneOf(directory, siteId), (id) =>
          nameIn(directory.services, id),
        ),
      };
    },
  };
}
