import { describe, expect, it } from "vitest";
import { DraftStore, isUnsaved, newNote } from "../../../renderer/coaching/draft-store.ts";
import { emptyFields, noteToSave, withQuestions } from "../../../renderer/coaching/note-draft.ts";
import { findOpenCase } from "../../../renderer/coaching/resolve-case.ts";
import type { FloorCase } from "../../../shared/domain/floor.ts";
import { longestNote, noteDraftSchema, type SeenNote } from "../../../shared/domain/note.ts";

const saved: SeenNote = {
  id: "note-1",
  agentId: "amina",
  caseId: null,
  replyId: null,
  momentAtMs: null,
  principle: "empathy",
  kind: "observation",
  visibility: "team_leads",
  text: "A reformulé la demande.",
  author: "Claire",
  createdAtMs: 1,
  updatedAtMs: 1,
  revision: 1,
  load: null,
  toFollow: false,
  acknowledgedAtMs: null,
  answerCount: 0,
  isOwn: true,
};

describe("a note that is being written", () => {
  it("names everything that is still missing at once", () => {
    expect(noteToSave(emptyFields)).toEqual({ problems: ["agent_missing", "text_missing"] });
    expect(noteToSave({ ...emptyFields, agentId: "amina", text: "x".repeat(longestNote + 1) })).toEqual({
      problems: ["text_too_long"],
    });
  });

  it("becomes what the console takes, without stray spaces", () => {
    const result = noteToSave({ ...emptyFields, agentId: "amina", caseId: " ", text: " Bien. \n" });
    expect(result).toHaveProperty("draft");
    if ("draft" in result) {
      expect(noteDraftSchema.parse(result.draft)).toEqual(result.draft);
      expect(result.draft).toMatchObject({ caseId: null, text: "Bien." });
    }
  });
});

describe("the open questions of a principle", () => {
  it("are added at the end of what was written, none of them twice", () => {
    const once = withQuestions("Un moment.", ["Pourquoi ?", "Et ensuite ?"]);
    expect(once).toBe("Un moment.\n\n**Pourquoi ?**\n\n**Et ensuite ?**\n");
    expect(withQuestions(once, ["Pourquoi ?", "Et ensuite ?"])).toBe(once);
    expect(withQuestions("", ["Pourquoi ?"])).toBe("**Pourquoi ?**\n");
  });
});

describe("open drafts", () => {
  it("keep what was typed when the same note is opened again", () => {
    const store = new DraftStore();
    store.edit(saved);
    store.change(saved.id, { text: "Autre chose." });
    store.edit(saved);
    store.start({ agentId: "benoit" });
    store.change(newNote, { text: "Nouveau." });
    store.start({});
    expect(store.drafts().get(saved.id)?.fields.text).toBe("Autre chose.");
    expect(store.drafts().get(newNote)?.fields).toMatchObject({ agentId: "benoit", text: "Nouveau." });
  });

  it("are unsaved only while they differ from what is saved", () => {
    const store = new DraftStore();
    const unsaved = () => [...store.drafts().values()].filter(isUnsaved).length;
    store.edit(saved);
    store.start({ agentId: "amina" });
    expect(unsaved()).toBe(0);
    store.change(saved.id, { text: "Autre chose." });
    expect(unsaved()).toBe(1);
    store.change(saved.id, { text: ` ${saved.text}` });
    expect(unsaved()).toBe(0);
  });

  it("keep both texts when somebody else saved first, and replace theirs only when told to", () => {
    const store = new DraftStore();
    store.edit(saved);
    store.change(saved.id, { text: "La mienne." });
    store.conflict(saved.id, { ...saved, text: "La leur.", revision: 2 });
    expect(store.drafts().get(saved.id)).toMatchObject({
      fields: { text: "La mienne." },
      conflict: { text: "La leur." },
      revision: 1,
    });
    store.replaceTheirs(saved.id);
    const draft = store.drafts().get(saved.id);
    expect(draft).toMatchObject({ fields: { text: "La mienne." }, revision: 2, conflict: null });
    expect(draft !== undefined && isUnsaved(draft)).toBe(true);
  });

  it("tell listeners of every change, and give the same map in between", () => {
    const store = new DraftStore();
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.start({});
    expect(store.drafts()).toBe(store.drafts());
    store.close(newNote);
    stop();
    store.start({});
    expect(told).toBe(2);
  });
});

describe("the case that was typed", () => {
  const row = (id: string, siteId: string, ticket: string | null) => ({ id, siteId, ticket }) as FloorCase;
  const open = [
    row("case-1", "annex", "A023"),
    row("case-2", "town-hall", "A023"),
    row("case-3", "annex", null),
  ];

  it("is the open one with that ticket, first at the agent's own site", () => {
    expect(findOpenCase(" a023 ", open, "town-hall")?.id).toBe("case-2");
    expect(findOpenCase("A023", open, "elsewhere")?.id).toBe("case-1");
    expect(findOpenCase("CASE-3", open, undefined)?.id).toBe("case-3");
  });

  it("is none where nothing was typed or nothing open matches", () => {
    expect(findOpenCase("  ", open, "annex")).toBeUndefined();
    expect(findOpenCase("B001", open, "annex")).toBeUndefined();
  });
});
