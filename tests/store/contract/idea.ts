import { expect, it } from "vitest";
import { proposeIdea } from "../../../shared/domain/idea.ts";
import { problemOf } from "../../../shared/domain/problem.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

function idea(id: string, atMs: number) {
  const place = { principle: null, siteId: null, serviceId: null, noteId: null };
  return proposeIdea(id, { kind: "idea", title: id, text: "", ...place }, { by: "Amina", atMs });
}

function problem(id: string, atMs: number) {
  const place = { siteId: null, serviceId: null, caseId: null };
  return problemOf(id, { id: `${id}-1`, text: id, ...place, by: "Amina", atMs });
}

/** Ideas and problems: what people entered, changed by decisions over what is known. */
export function ideaContract(openFresh: OpenFresh): void {
  it(
    "keeps ideas, newest first, and changes one in place or not at all",
    onFresh(openFresh, async (store, fresh) => {
      await store.changeIdea("i1", () => idea("i1", morningMs));
      await store.changeIdea("i2", () => idea("i2", morningMs + 1));
      await store.changeIdea("i1", (known) => ({ ...(known ?? idea("i1", 0)), title: "Autre" }));
      const refused = store.changeIdea("i2", () => {
        throw new Error("no");
      });
      await expect(refused).rejects.toThrow("no");
      const reopened = await fresh.reopen();
      expect((await reopened.ideas()).map(({ title }) => title)).toEqual(["i2", "Autre"]);
      expect(await reopened.idea("none")).toBeUndefined();
    }),
  );

  it(
    "keeps problems, and forgets one whose last report has gone elsewhere",
    onFresh(openFresh, async (store) => {
      await store.changeProblems(() => [problem("p1", morningMs), problem("p2", morningMs + 1)]);
      await store.changeProblems((known) =>
        known.map((one) => (one.id === "p1" ? { ...one, reports: [] } : one)),
      );
      expect((await store.problems()).map(({ id }) => id)).toEqual(["p2"]);
    }),
  );
}
