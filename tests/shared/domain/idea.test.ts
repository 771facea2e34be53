import { describe, expect, it } from "vitest";
import {
  commentIdea,
  type IdeaDraft,
  moveIdea,
  nextStates,
  proposeIdea,
} from "../../../shared/domain/idea.ts";

const draft: IdeaDraft = {
  kind: "idea",
  title: "Un pré-accueil de 11 h à midi",
  text: "Vérifier les pièces dans la file.",
  principle: "every_second",
  siteId: null,
  serviceId: "passports",
  noteId: null,
};
const trial = { startDate: "2026-03-02", figure: "wait_p90", siteId: null, serviceId: "passports" } as const;

describe("an idea", () => {
  it("is proposed, discussed, tried and adopted, and keeps who said what when", () => {
    const proposed = proposeIdea("i1", draft, { by: "Amina", atMs: 1 });
    const discussed = commentIdea(proposed, "c1", "Je peux commencer.", { by: "Benoît", atMs: 2 });
    const tried = moveIdea(discussed, { to: "trying", trial }, { by: "Claire", atMs: 3 });
    const adopted = moveIdea(tried, { to: "adopted", reason: "Moins d’attente." }, { by: "Claire", atMs: 4 });
    expect(adopted).toMatchObject({ state: "adopted", author: "Amina", trial, comments: [{ by: "Benoît" }] });
    expect(adopted.history).toEqual([
      { state: "proposed", reason: null, by: "Amina", atMs: 1 },
      { state: "trying", reason: null, by: "Claire", atMs: 3 },
      { state: "adopted", reason: "Moins d’attente.", by: "Claire", atMs: 4 },
    ]);
  });

  it("goes only where it can from where it is; a question is answered, never tried", () => {
    const idea = proposeIdea("i1", draft, { by: "Amina", atMs: 1 });
    expect(() => moveIdea(idea, { to: "answered", reason: "x" }, { by: "Claire", atMs: 2 })).toThrow(
      "become",
    );
    const question = proposeIdea("q1", { ...draft, kind: "question" }, { by: "Amina", atMs: 1 });
    expect(nextStates(question)).toEqual(["answered", "declined"]);
    expect(() => moveIdea(question, { to: "trying", trial }, { by: "Claire", atMs: 2 })).toThrow("become");
  });
});
