import { describe, expect, it } from "vitest";
import { createProblems } from "../../electron/services/problem.ts";
import type { ProblemChange, ProblemReportDraft } from "../../shared/domain/problem.ts";
import { similarTexts } from "../../shared/similarity/similar-texts.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, morningMs } from "../store/events.ts";
import { administratorIda, agentAlice, leadClaire, managerOmar, seatOf, supervisorNadia } from "./actors.ts";
import { steadyClock } from "./steady-clock.ts";

const draft = (text: string): ProblemReportDraft => ({
  text,
  siteId: "hall",
  serviceId: "passports",
  caseId: null,
});
const real: ProblemChange = { nature: "real", severity: 2, state: "being_fixed", expertId: "alice" };

async function house() {
  const store = await temporaryStore();
  const access = seatOf(agentAlice);
  const skills = (level: number) => [{ service: "passports", level }];
  await store.append(
    [
      event("agent.signed_in", "alice", morningMs, { site: "hall", name: "Alice B.", skills: skills(3) }),
      event("agent.signed_in", "bob", morningMs, { site: "hall", name: "Bob L.", skills: skills(2) }),
    ],
    "test",
  );
  const problems = createProblems({ store, clock: steadyClock(morningMs), access, similar: similarTexts });
  return { access, problems };
}

describe("problem reports", () => {
  it("of the same words are proposed as one, which a person confirms or takes apart", async () => {
    const { problems, access } = await house();
    const first = await problems.report(draft("Le scanner du guichet 3 coupe le bas des pages"));
    const second = await problems.report(draft("Le scanner du guichet 3 coupe encore le bas des pages"));
    expect((await problems.list()).suggestions).toEqual([{ problemId: second.id, sameAs: first.id }]);
    access.seat(supervisorNadia);
    const joined = await problems.join(second.id, first.id);
    expect((await problems.list()).problems.map(({ id, reports }) => [id, reports.length])).toEqual([
      [first.id, 2],
    ]);
    await problems.split(first.id, joined.reports.at(-1)?.id ?? "");
    const { problems: apart, suggestions } = await problems.list();
    expect([apart.length, suggestions.length]).toEqual([2, 0]);
  });

  it("are not proposed again once somebody said that they differ", async () => {
    const { problems, access } = await house();
    const first = await problems.report(draft("La borne ne donne plus de ticket"));
    const second = await problems.report(draft("La borne ne donne plus de ticket du tout"));
    access.seat(leadClaire);
    await problems.keepApart(second.id, first.id);
    expect((await problems.list()).suggestions).toEqual([]);
  });

  it("go to somebody who knows the service best, and keep who judged them how", async () => {
    const { problems, access } = await house();
    const { id } = await problems.report(draft("La borne ne donne plus de ticket"));
    expect(await problems.experts("passports")).toEqual([{ id: "alice", name: "Alice B." }]);
    expect(await problems.experts("planning")).toEqual([]);
    access.seat(managerOmar);
    const other = problems.change(id, { ...real, expertId: "bob" });
    await expect(other).rejects.toMatchObject({ code: "agent_not_qualified" });
    expect(await problems.change(id, real)).toMatchObject({ ...real, history: [{ ...real, by: "Omar T." }] });
  });

  it.each([agentAlice, administratorIda])("are reported but not judged by $roles", async (actor) => {
    const { problems, access } = await house();
    access.seat(actor);
    const { id } = await problems.report(draft("La borne ne donne plus de ticket"));
    const other = await problems.report(draft("Autre chose"));
    for (const refused of [
      problems.change(id, real),
      problems.join(id, other.id),
      problems.keepApart(id, other.id),
      problems.split(id, "any"),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await problems.list()).problems).toHaveLength(2);
  });
});
