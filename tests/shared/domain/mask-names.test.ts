import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withMaskedFields } from "../../../shared/domain/mask-event.ts";
import { maskNames } from "../../../shared/domain/mask-names.ts";
import { understandEvent } from "../../../shared/domain/understand.ts";

/** What is written, and what may be kept of it. */
const hostile: readonly (readonly [string, string])[] = [
  ["Bonjour Madame Dupont,", "Bonjour Madame [masqué],"],
  ["bonjour jean,", "bonjour [masqué],"],
  ["Cher Monsieur de La Tour, merci", "Cher Monsieur [masqué], merci"],
  ["Chère Mme Le Goff", "Chère Mme [masqué]"],
  ["Dear Mr Smith,", "Dear Mr [masqué],"],
  ["Hi Sarah!", "Hi [masqué]!"],
  ["mme benali m’a aidé", "mme [masqué] m’a aidé"],
  ["reçu par M. Jean-Pierre DE LA TOUR", "reçu par M. [masqué]"],
  ["J’ai été reçu par Fatou Ndiaye au guichet 3.", "J’ai été reçu par [masqué] au guichet 3."],
  ["Amina était parfaite", "[masqué] était parfaite"],
  ["Merci à Benoît L. du guichet 2", "Merci à [masqué] du guichet 2"],
  ["TRES BON ACCUEIL MERCI A AMINA", "TRES BON ACCUEIL MERCI A [masqué]"],
  ["DUPONT Jean est venu", "[masqué] est venu"],
  ["je m’appelle jean dupont et je viens", "je m’appelle [masqué] et je viens"],
  ["My name is John Smith.", "My name is [masqué]."],
  ["Je suis née Durand le 12/03/1985", "Je suis née [masqué] le [masqué]"],
  ["née le 12 mars 1985 à Nantes", "née le [masqué] à Nantes"],
  ["Signé : K. Benali", "Signé : [masqué]"],
  ["Cordialement,\nClaire Martin\nService passeports", "Cordialement,\n[masqué]\nService passeports"],
  ["Cordialement\njean dupont", "Cordialement\n[masqué]"],
  ["Kind regards\nJohn Smith", "Kind regards\n[masqué]"],
  ["Cordialement, Jean Dupont", "Cordialement, [masqué]"],
  ["Merci de votre accueil.\nNdeye Sarr", "Merci de votre accueil.\n[masqué]"],
  ["Appelez le 06 12 34 56 78.", "Appelez le [masqué]."],
  ["+33 6 12 34 56 78 ou 0044 20 7946 0958", "[masqué] ou [masqué]"],
  ["02.40.11.22.33", "[masqué]"],
  ["jean.dupont@orange.fr", "[masqué]"],
  ["jean.dupont (at) orange.fr", "[masqué]"],
  ["IBAN FR76 3000 6000 0112 3456 7890 189", "IBAN [masqué]"],
  ["carte 4970 1012 3456 7890", "carte [masqué]"],
  ["sécu 1 85 05 78 006 084 36", "sécu [masqué]"],
  ["sécu 2850578006084", "sécu [masqué]"],
  ["NI AB 12 34 56 C", "NI [masqué]"],
  ["ma voiture AB-123-CD", "ma voiture [masqué]"],
  ["ma voiture ab 123 cd", "ma voiture [masqué]"],
  ["ancienne plaque 1234 AB 44", "ancienne plaque [masqué]"],
  ["J’habite 12 bis, rue des Lilas, 44000 Nantes.", "J’habite [masqué]."],
  ["I live at 221B Baker Street.", "I live at [masqué]."],
  ["passeport 12AB34567", "passeport [masqué]"],
];

/** What must stay: without it nobody could work with the text. */
const harmless: readonly string[] = [
  "Madame, Monsieur,",
  "Bonjour à tous",
  "bonjour tout le monde",
  "Hello team,",
  "Madame la Maire",
  "Monsieur le Maire",
  "Votre dossier 2026-1234, ticket A023 : rendez-vous le 12 mars 2026 à 14 h 30, sous 15 jours.",
  "Votre Carte Nationale d’Identité est au Service Passeports de la Mairie.",
  "Très BIEN reçue, c’est rare.",
  "Claire et précise, l’explication.",
  "Merci beaucoup, l’équipe des passeports.",
  "Cordialement,\nLa Mairie",
  "I am very happy with the Town Hall.",
];

describe("names are masked", () => {
  test.each(hostile)("%j", (written, kept) => {
    expect(maskNames(written)).toBe(kept);
  });

  test.each(harmless)("%j stays", (written) => {
    expect(maskNames(written)).toBe(written);
  });

  test("masking what is masked changes nothing, whatever stands together", () => {
    const pieces = fc.constantFrom(
      ...hostile.map(([written]) => written),
      ...harmless,
      "\n",
      ", ",
      "M",
      "é",
      "[masqué]",
      "A. ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 8 }),
        (parts) => {
          const once = maskNames(parts.join(" "));
          expect(maskNames(once)).toBe(once);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("at the border", () => {
  const envelope = {
    specversion: "1.0",
    id: "1",
    source: "urn:town:terminal",
    type: "vigie.feedback.given",
    subject: "A023",
    time: "2026-03-02T09:00:00+01:00",
    data: { treated: 5, words: "Merci à Amina, 06 12 34 56 78" },
  };

  test("the words of an event are masked before anything keeps them", () => {
    expect(understandEvent(envelope).data).toEqual({ treated: 5, words: "Merci à [masqué], [masqué]" });
    const reply = {
      ...envelope,
      type: "vigie.reply.sent",
      data: { service: "passports", text: "Bonjour Madame Dupont," },
    };
    expect(understandEvent(reply).data).toEqual({ service: "passports", text: "Bonjour Madame [masqué]," });
  });

  test("what can’t be understood is kept without names too", () => {
    expect(withMaskedFields({ ...envelope, data: { ...envelope.data, treated: 9 } })).toMatchObject({
      data: { treated: 9, words: "Merci à [masqué], [masqué]" },
    });
    expect(withMaskedFields("(string)")).toBe("(string)");
  });
});
