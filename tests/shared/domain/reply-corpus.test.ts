import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReplyCorpus } from "../../../shared/domain/reply-corpus.ts";
import { languageOf } from "../../../shared/domain/reply-language.ts";
import { addressingOf, referencesIn } from "../../../shared/domain/reply-references.ts";

const standard = "Votre dossier sera traité dans les meilleurs délais par notre service.";

function reply(id: string, text: string, atMs = Number(id.slice(1))) {
  return { id, caseId: `case of ${id}`, atMs, text };
}

/** The passages of the last reply, in its own words. */
function passagesIn(texts: readonly string[], templates: readonly string[] = []): string[] {
  const corpus = new ReplyCorpus(templates.map((text, index) => ({ id: `t${index}`, version: 1, text })));
  const replies = texts.map((text, index) => reply(`r${index}`, text));
  for (const one of replies) corpus.add(one);
  const last = replies.at(-1);
  if (last === undefined) throw new Error("a reply");
  return corpus.analyse(last, []).passages.map(({ start, end }) => last.text.slice(start, end));
}

describe("how personal a reply is", () => {
  test("by hand: eleven of sixteen words stand in the standard text, five are own", () => {
    const corpus = new ReplyCorpus([{ id: "t", version: 3, text: `Bonjour {nom}, ${standard}` }]);
    const { wordCount, standingWordCount, personalShare, passages } = corpus.analyse(
      reply("r1", `Je vous rappelle jeudi matin. ${standard}`),
      [],
    );
    expect({ wordCount, standingWordCount }).toEqual({ wordCount: 16, standingWordCount: 11 });
    expect(personalShare).toBeCloseTo(5 / 16);
    expect(passages).toMatchObject([{ words: 11, from: { kind: "template", templateId: "t", version: 3 } }]);
  });

  test("case, accents and a masked name do not make a standard text another one", () => {
    expect(
      passagesIn(["BONJOUR [masqué], VOTRE CARTE EST PRETE."], ["Bonjour {nom}, votre carte est prête !"]),
    ).toEqual(["BONJOUR [masqué], VOTRE CARTE EST PRETE"]);
  });

  test("four words in common are nothing, five are a passage; what was filled in parts it", () => {
    expect(passagesIn(["Le guichet ouvre à huit heures"], ["Le guichet ouvre tôt"])).toEqual([]);
    expect(passagesIn(["Le guichet ouvre à huit heures"], ["Le guichet ouvre à midi"])).toEqual([]);
    expect(passagesIn(["Le guichet ouvre à huit heures"], ["Le guichet ouvre à huit"])).toEqual([
      "Le guichet ouvre à huit",
    ]);
    const template = "Votre titre de voyage arrive le {date} au guichet de la mairie annexe.";
    const filled = "Votre titre de voyage arrive le 12 mars au guichet de la mairie annexe.";
    expect(passagesIn([filled], [template])).toEqual([
      "Votre titre de voyage arrive le",
      "au guichet de la mairie annexe",
    ]);
  });

  test("only earlier replies to other cases count", () => {
    expect(passagesIn([standard, `Bonjour. ${standard}`])).toEqual([standard.slice(0, -1)]);
    const corpus = new ReplyCorpus([]);
    const [first, second] = [reply("r1", standard), { ...reply("r2", standard), caseId: "case of r1" }];
    const later = reply("r3", standard);
    for (const one of [first, second, later]) corpus.add(one);
    expect(corpus.analyse(first, []).personalShare).toBe(1);
    expect(corpus.analyse(second, []).personalShare).toBe(1);
    expect(corpus.analyse(later, []).personalShare).toBe(0);
  });

  test("a sentence that was taken over is found among many, in whatever stands around it", () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const sentence = fc.array(word, { minLength: 8, maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 6, maxLength: 12 }),
        fc.nat(),
        (sentences, chosen) => {
          const taken = sentences[chosen % (sentences.length - 1)] ?? "";
          const own = "Rien de ceci ne fut jamais écrit ailleurs";
          const found = passagesIn([...sentences, `${own}. ${taken}. ${own}`]);
          expect(found.join(" ")).toContain(taken);
          expect(found.join(" ")).not.toContain("jamais");
        },
      ),
      { numRuns: 100 },
    );
  });

  test("passages lie in the text, in order, and are as many words as they say", () => {
    const piece = fc.constantFrom(
      standard,
      "Bonjour Madame,",
      "Merci de votre patience et de votre confiance.",
      "Ok.",
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 5 }), { minLength: 2, maxLength: 6 }), (texts) => {
        const corpus = new ReplyCorpus([{ id: "t", version: 1, text: standard }]);
        texts.forEach((pieces, index) => {
          const one = reply(`r${index}`, pieces.join("\n"));
          corpus.add(one);
          const { passages, standingWordCount, wordCount } = corpus.analyse(one, []);
          let last = 0;
          for (const { start, end, words } of passages) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(one.text.slice(start, end).match(/[\p{L}\p{N}]+/gu)).toHaveLength(words);
            last = end;
          }
          expect(standingWordCount).toBeLessThanOrEqual(wordCount);
        });
      }),
    );
  });
});

describe("what speaks of the case", () => {
  test.each([
    ["Rendez-vous le 12 mars 2026 à 14 h 30.", ["date: 12 mars 2026", "date: 14 h 30"]],
    ["Vous l’aurez sous 5 jours ouvrés.", ["deadline: sous 5 jours ouvrés"]],
    ["Je vous réécris avant le 2 décembre.", ["deadline: avant le 2 décembre"]],
    ["Votre dossier n° 2026-4471, ticket A023.", ["number: dossier n° 2026-4471", "number: ticket A023"]],
    [
      "Your passport is ready, reply within 5 working days.",
      ["document: passport", "deadline: within 5 working days"],
    ],
    [
      "L’acte de naissance est au service État civil.",
      ["document: acte de naissance", "service: État civil"],
    ],
    ["Nous vous remercions de votre confiance.", []],
  ])("%s", (text, expected) => {
    const found = referencesIn(text, ["État civil", "RH"]);
    expect(found.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual(expected);
  });
});

test.each([
  ["Bonjour Madame [masqué],\nVotre carte", "by_name"],
  ["Dear Mr [masqué],", "by_name"],
  ["Madame, Monsieur,\nVotre carte", "formal"],
  ["Bonjour Madame, votre carte", "formal"],
  ["Bonjour,\nMadame [masqué] vous répondra", "greeting"],
  ["Hello,\nyour card", "greeting"],
  ["Votre carte est prête.", "none"],
  ["", "none"],
])("%j is addressed %s", (text, addressing) => {
  expect(addressingOf(text)).toBe(addressing);
});

test.each([
  ["Votre carte est prête au guichet.", "fr"],
  ["Your card is ready at the counter.", "en"],
  ["Bonjour, your file is with the town hall and we will reply.", "en"],
  ["", "fr"],
] as const)("%j is in %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
