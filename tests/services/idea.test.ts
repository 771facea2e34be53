import { describe, expect, it } from "vitest";
import { createExperience } from "../../electron/services/experience.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { createIdeas } from "../../electron/services/idea.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { IdeaDraft, Trial } from "../../shared/domain/idea.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { minuteMs, morningMs, visit } from "../store/events.ts";
import { administratorIda, agentAlice, leadClaire, managerOmar, seatOf, supervisorNadia } from "./actors.ts";
import { steadyClock } from "./steady-clock.ts";

const dayMs = 24 * 60 * minuteMs;
const start = "2026-03-02";

const draft: IdeaDraft = {
  kind: "idea",
  title: "Un pré-accueil",
  text: "Vérifier les pièces dans la file.",
  principle: "every_second",
  siteId: null,
  serviceId: "passports",
  noteId: "n1",
};
const trial: Trial = { startDate: start, figure: "wait_p50", siteId: "hall", serviceId: "passports" };

async function house(daysLater: number) {
  const store = await temporaryStore();
  const clock = steadyClock(morningMs + daysLater * dayMs);
  const access = seatOf(agentAlice);
  const figures = createFigures(store);
  const experience = createExperience(store);
  return { store, access, ideas: createIdeas({ store, clock, access, figures, experience }) };
}

/** Six visits on each of some days, each waiting so long. */
function visits(fromDay: number, toDay: number, waitSeconds: number): VigieEvent[] {
  const told: VigieEvent[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    for (let person = 0; person < 6; person += 1) {
      const arrivedAtMs = morningMs + day * dayMs + person * minuteMs;
      told.push(
        ...visit(`d${day}-${person}`, { arrivedAtMs, waitSeconds: waitSeconds + person, handleSeconds: 60 }),
      );
    }
  }
  return told;
}

describe("ideas", () => {
  it("come from anybody, with discussion and the note they came from", async () => {
    const { ideas, access } = await house(0);
    const { id } = await ideas.propose(draft);
    access.seat(administratorIda);
    await ideas.comment(id, "Bonne idée.");
    const { ideas: listed, mayDecide } = await ideas.list();
    expect(mayDecide).toBe(false);
    expect(listed).toMatchObject([
      {
        author: "Alice B.",
        noteId: "n1",
        state: "proposed",
        comments: [{ by: "Ida M.", text: "Bonne idée." }],
      },
    ]);
    await expect(ideas.comment("none", "x")).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([supervisorNadia, leadClaire, managerOmar])("are decided by $roles", async (actor) => {
    const { ideas, access } = await house(0);
    const { id } = await ideas.propose(draft);
    access.seat(actor);
    const moved = await ideas.move(id, { to: "declined", reason: "Pas assez de monde." });
    expect(moved.history.at(-1)).toMatchObject({ state: "declined", by: actor.name });
  });

  it.each([agentAlice, administratorIda])("are not decided by $roles", async (actor) => {
    const { ideas, access } = await house(0);
    const { id } = await ideas.propose(draft);
    access.seat(actor);
    const moved = ideas.move(id, { to: "adopted", reason: "Oui" });
    await expect(moved).rejects.toMatchObject({ code: "forbidden" });
    expect((await ideas.list()).ideas[0]?.state).toBe("proposed");
  });
});

describe("the effect of a trial", () => {
  it("sets whole days before against whole days after, today left out", async () => {
    const { store, ideas, access } = await house(14);
    await store.append([...visits(-20, 0, 600), ...visits(0, 15, 300)], "test");
    const { id } = await ideas.propose(draft);
    expect(await ideas.effect(id)).toBeNull();
    access.seat(managerOmar);
    await ideas.move(id, { to: "trying", trial });
    const effect = await ideas.effect(id);
    expect(effect?.daysCompared).toBe(14);
    // Quantiles of long windows are within 1 %.
    expect((effect?.medianBefore ?? 0) / 602).toBeCloseTo(1, 1);
    expect((effect?.medianAfter ?? 0) / 302).toBeCloseTo(1, 1);
    expect((effect?.shift?.estimate ?? 0) / -300).toBeCloseTo(1, 1);
    expect(effect?.days.at(-1)?.date).toBe(addDays(start, 13));
    expect(effect?.days.at(0)).toMatchObject({
      date: addDays(start, -20),
      side: "before",
      isCompared: false,
    });
    expect(effect?.definition).toContain("joining the queue");
  });

  it("says nothing after four days, and leaves out days of fewer than five people", async () => {
    const { store, ideas, access } = await house(20);
    const single = visit("alone", { arrivedAtMs: morningMs + 5 * dayMs, waitSeconds: 9, handleSeconds: 60 });
    await store.append([...visits(-20, 0, 600), ...visits(0, 4, 300), ...single], "test");
    access.seat(managerOmar);
    const { id } = await ideas.propose(draft);
    await ideas.move(id, { to: "trying", trial });
    expect(await ideas.effect(id)).toMatchObject({ daysCompared: 4, shift: null });
  });
});
