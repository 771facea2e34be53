import { beforeEach, describe, expect, it } from "vitest";
import { createAudit } from "../../electron/services/audit.ts";
import { createReplies, type ReplyService } from "../../electron/services/reply.ts";
import type { Store } from "../../electron/store/store.ts";
import { type Actor, openHouse } from "../../shared/domain/actor.ts";
import type { Role } from "../../shared/domain/role.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

const nowMs = Date.UTC(2026, 10, 24, 9);
const dayMs = 24 * 3_600_000;
const everything = { serviceId: null, language: null, toReword: false } as const;

const standard =
  "Votre carte d’identité est disponible au guichet, merci de venir avec l’ancien titre et un justificatif.";

function actor(name: string, own: Role[], agentId: string | null, teamAgentIds: string[] | null): Actor {
  return { personId: name, name, roles: own, agentId, teamAgentIds };
}

const claire = actor("Claire", ["team_lead"], null, ["amina"]);
const amina = actor("Amina", ["agent"], "amina", []);
const marc = actor("Marc", ["manager"], null, null);

describe("sent replies", () => {
  let store: Store;
  let replies: ReplyService;
  let who: Actor;
  let sent = 0;

  beforeEach(async () => {
    store = await temporaryStore();
    who = openHouse("Claire");
    const clock = steadyClock(nowMs);
    const access = { actor: () => who };
    const audit = createAudit(store, clock, access);
    replies = createReplies({ store, clock, access, audit });
  });

  async function send(
    text: string,
    agent: string | null,
    atMs = nowMs - dayMs + sent,
    service = "passports",
  ) {
    sent += 1;
    const data = { service, text, ...(agent === null ? {} : { agent }) };
    await store.append([event("reply.sent", `case-${sent}`, atMs, data, { id: `r${sent}` })], "test");
  }

  async function share(excerpt: string): Promise<number | null | undefined> {
    const { replies: listed } = await replies.list(everything);
    return listed.find((reply) => reply.excerpt.startsWith(excerpt))?.personalShare;
  }

  it("shows each person what is theirs to read", async () => {
    await send("Première réponse d’une agente.", "amina");
    await send("Deuxième réponse d’un autre.", "benoit");
    await send("Troisième réponse de nul agent connu.", null);
    const read = async (as: Actor) => {
      who = as;
      return (await replies.list(everything)).replies.map(({ excerpt }) => excerpt.split(" ")[0]).sort();
    };
    expect(await read(claire)).toEqual(["Première", "Troisième"]);
    expect(await read(amina)).toEqual(["Première"]);
    expect(await read(marc)).toEqual([]);
    expect(await read(openHouse("Nadia"))).toEqual(["Deuxième", "Première", "Troisième"]);
    const others = (await replies.list(everything)).replies.find(({ excerpt }) => excerpt.startsWith("Deux"));
    for (const stranger of [claire, amina, marc]) {
      who = stranger;
      await expect(replies.get(others?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("writes down that somebody else read a person’s reply, and not that they read their own", async () => {
    await send("Bonjour, votre demande est notée.", "amina");
    who = claire;
    const [listed] = (await replies.list(everything)).replies;
    expect(await store.auditOf("amina")).toEqual([]);
    who = amina;
    await replies.get(listed?.id ?? "");
    expect(await store.auditOf("amina")).toEqual([]);
    who = claire;
    expect(await replies.get(listed?.id ?? "")).toMatchObject({ agentId: "amina" });
    await replies.get(listed?.id ?? "");
    expect(await store.auditOf("amina")).toMatchObject([
      { kind: "person_viewed", what: "reply", by: "Claire" },
    ]);
  });

  it("says which passages stand in a standard text or an earlier reply, and follows what comes since", async () => {
    await send(`Bonjour Madame Martin, ${standard}`, "amina");
    expect(await share("Bonjour")).toBe(1);
    const template = await replies.putTemplate(null, {
      name: "Carte prête",
      serviceId: null,
      language: "fr",
      text: standard,
    });
    // Bonjour, Madame and the name, beside the 18 words of the standard text.
    expect(await share("Bonjour")).toBeCloseTo(3 / 21);
    const [listed] = (await replies.list({ ...everything, toReword: true })).replies;
    const detail = await replies.get(listed?.id ?? "");
    expect(detail.text).toContain("Madame [masqué]");
    expect(detail.sources).toEqual([{ kind: "template", name: "Carte prête", version: 1 }]);
    const [passage] = detail.analysis.passages;
    expect(detail.text.slice(passage?.start, passage?.end)).toBe(standard.slice(0, -1));
    expect(detail.advice).toMatchObject([{ kind: "passage", index: 0 }, { kind: "no_reference" }]);

    await replies.retireTemplate(template.id);
    expect(await replies.templates()).toEqual([]);
    expect(await share("Bonjour")).toBeCloseTo(3 / 21);

    const own = "Le plan de la parcelle que vous cherchez est à la mairie annexe du quartier nord.";
    await send(own, "amina");
    await send(`Chère Madame, ${own}`, "benoit");
    expect(await share("Le plan")).toBe(1);
    expect(await share("Chère")).toBeCloseTo(2 / 18);
    // The same words, sent before both by somebody whose feed was late.
    await send(own.replace("Le", "Ce"), "amina", nowMs - 2 * dayMs);
    expect(await share("Le plan")).toBeCloseTo(1 / 16);
    expect(await share("Ce plan")).toBe(1);
  });

  it("does not name the reply of a colleague whom the reader may not read", async () => {
    await send(standard, "benoit");
    await send(`Bonjour, ${standard}`, "amina");
    who = amina;
    const [listed] = (await replies.list(everything)).replies;
    expect((await replies.get(listed?.id ?? "")).sources).toMatchObject([
      { kind: "reply", replyId: null, serviceId: "passports" },
    ]);
  });

  it("gives the house’s figures by month and service, hiding groups under five", async () => {
    for (let index = 0; index < 5; index += 1)
      await send(`Réponse ${index} sur le dossier ${2000 + index} à lire.`, "amina");
    await send("Une seule pour l’urbanisme.", "benoit", nowMs - dayMs, "planning");
    await send("Une seule en octobre.", "benoit", Date.UTC(2026, 9, 31, 22, 59), "passports");
    who = marc;
    const { months, services } = await replies.figures(null);
    expect(months).toMatchObject([
      { month: "2026-10", replyCount: null, medianPersonalShare: null },
      { month: "2026-11", replyCount: 6 },
    ]);
    expect(services).toMatchObject([
      { serviceId: null, replyCount: 7 },
      { serviceId: "passports", replyCount: 6 },
      { serviceId: "planning", replyCount: null, medianPersonalShare: null, addressedShare: null },
    ]);
    expect((await replies.figures("planning")).months).toMatchObject([
      { month: "2026-11", replyCount: null },
    ]);
  });
});
