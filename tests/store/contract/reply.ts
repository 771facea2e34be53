import { expect, it } from "vitest";
import type { ReplyTemplateDraft } from "../../../shared/domain/reply.ts";
import { event, minuteMs, morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const draft: ReplyTemplateDraft = {
  name: "Titre prêt",
  serviceId: "passports",
  language: "fr",
  text: "Votre titre est prêt.",
};

/** Sent replies as a projection, and the standard texts that people enter. */
export function replyContract(openFresh: OpenFresh): void {
  it(
    "keeps sent replies in the order of the log, without names, and makes them anew from it",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          event("reply.sent", "c1", morningMs, {
            service: "passports",
            agent: "amina",
            text: "Bonjour Jean,",
          }),
          event("reply.sent", "c2", morningMs - minuteMs, { service: "planning", text: "Votre permis" }),
        ],
        "test",
      );
      const replies = await store.repliesAfter(0, 0, 10);
      expect(replies).toMatchObject([
        {
          caseId: "c1",
          serviceId: "passports",
          agentId: "amina",
          atMs: morningMs,
          text: "Bonjour [masqué],",
        },
        { caseId: "c2", serviceId: "planning", agentId: null, text: "Votre permis" },
      ]);
      const [first, second] = replies;
      if (first === undefined || second === undefined) throw new Error("two replies");
      expect(await store.reply(first.id)).toEqual(first);
      expect(await store.reply("nobody’s")).toBeUndefined();
      expect(await store.repliesAfter(first.number, 0, 10)).toEqual([second]);
      expect(await store.repliesAfter(0, morningMs, 10)).toEqual([first]);
      expect(await store.repliesAfter(0, 0, 1)).toEqual([first]);

      const digest = await store.projectionDigest();
      await store.rebuild();
      expect(await store.projectionDigest()).toBe(digest);
      expect(await store.repliesAfter(0, 0, 10)).toEqual(replies);
    }),
  );

  it(
    "gives one agent’s replies in the order of the log, in steps, and nobody else’s",
    onFresh(openFresh, async (store) => {
      const sent = (subject: string, agent: string | null, text: string) =>
        event("reply.sent", subject, morningMs, {
          service: "passports",
          ...(agent === null ? {} : { agent }),
          text,
        });
      await store.append(
        [
          sent("c1", "amina", "un"),
          sent("c2", "karim", "deux"),
          sent("c3", null, "trois"),
          sent("c4", "amina", "quatre"),
          sent("c5", "amina", "cinq"),
        ],
        "test",
      );
      const first = await store.repliesOf("amina", 0, 2);
      expect(first.map(({ text }) => text)).toEqual(["un", "quatre"]);
      const rest = await store.repliesOf("amina", first.at(-1)?.number ?? 0, 2);
      expect(rest.map(({ text }) => text)).toEqual(["cinq"]);
      expect(await store.repliesOf("nobody", 0, 10)).toEqual([]);
    }),
  );

  it(
    "tells two replies apart that have the same id in two sources",
    onFresh(openFresh, async (store) => {
      const sent = (source: string) =>
        event("reply.sent", "c1", morningMs, { service: "passports", text: "Bonjour" }, { id: "1", source });
      await store.append([sent("urn:a"), sent("urn:b"), sent("urn:a")], "test");
      expect(await store.repliesAfter(0, 0, 10)).toHaveLength(2);
    }),
  );

  it(
    "keeps every wording of a standard text, also once it is out of use",
    onFresh(openFresh, async (store) => {
      const changed: boolean[] = [];
      store.subscribe(({ replyTemplates }) => changed.push(replyTemplates));
      const first = await store.putReplyTemplate(null, draft, "Claire", 1);
      expect(first).toMatchObject({ ...draft, version: 1, changedBy: "Claire", retiredAtMs: null });
      const second = await store.putReplyTemplate(first.id, { ...draft, text: "Il est là." }, "Nadia", 2);
      expect(second).toMatchObject({ id: first.id, version: 2, changedAtMs: 2 });
      expect(await store.replyTemplates()).toEqual([second, first]);
      await store.retireReplyTemplate(first.id, 3);
      expect((await store.replyTemplates()).map(({ retiredAtMs }) => retiredAtMs)).toEqual([3, 3]);
      await store.putReplyTemplate(first.id, draft, "Claire", 4);
      expect((await store.replyTemplates()).map(({ retiredAtMs }) => retiredAtMs)).toEqual([
        null,
        null,
        null,
      ]);
      await expect(store.putReplyTemplate("none", draft, "Claire", 5)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(store.retireReplyTemplate("none", 5)).rejects.toMatchObject({ code: "not_found" });
      expect(changed).toEqual([true, true, true, true]);
      await store.rebuild();
      expect(await store.replyTemplates()).toHaveLength(3);
    }),
  );
}
