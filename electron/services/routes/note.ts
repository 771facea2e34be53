/** The routes of coaching notes. */
import type { NoteService } from "../note.ts";
import type { NoteFigureService } from "../note-figures.ts";
import type { Implementer } from "./implementer.ts";

export function noteRoutes({ note }: Implementer, notes: NoteService, figures: NoteFigureService) {
  return {
    find: note.find.handler(({ input }) => notes.find(input)),
    get: note.get.handler(({ input }) => notes.get(input.id)),
    create: note.create.handler(({ input }) => notes.create(input)),
    edit: note.edit.handler(({ input }) => notes.edit(input.id, input.revision, input.draft)),
    follow: note.follow.handler(({ input }) => notes.follow(input.id, input.toFollow)),
    history: note.history.handler(({ input }) => notes.history(input.id)),
    answers: note.answers.handler(({ input }) => notes.answers(input.id)),
    drafts: note.drafts.handler(() => notes.drafts()),
    keepDraft: note.keepDraft.handler(({ input }) => notes.keepDraft(input)),
    dropDraft: note.dropDraft.handler(({ input }) => notes.dropDraft(input.key)),
    teamFigures: note.teamFigures.handler(() => figures.team()),
    agentFigures: note.agentFigures.handler(({ input }) => figures.agent(input.agentId, input.purpose)),
  };
}
