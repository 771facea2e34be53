/** Replies of a town hall as they are sent: standard texts, words taken over from colleagues, and own words. */
import type { Reply } from "../../shared/domain/reply.ts";
import { mulberry } from "../../tests/shared/queueing/random.ts";

export const templates = [
  "Bonjour {nom},\nNous avons bien reçu votre demande et vous en remercions. Votre dossier sera traité dans les meilleurs délais par notre service. Nous restons à votre disposition pour tout renseignement complémentaire.\nCordialement",
  "Madame, Monsieur,\nVotre carte d’identité est disponible au guichet. Merci de vous présenter avec l’ancien titre et un justificatif de domicile de moins de trois mois.\nJe vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
  "Dear {name},\nThank you for contacting the town hall. Your request has been forwarded to the relevant department, which will reply to you as soon as possible.\nKind regards",
];

/** @param paragraphs what own words are made of */
export function sentReplies(paragraphs: readonly string[], count: number): Reply[] {
  const random = mulberry(5);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const own = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.!?]) /));
  return Array.from({ length: count }, (_, number) => {
    const [greeting = "", ...standard] = pick(templates).split("\n");
    const words = Array.from({ length: 1 + Math.floor(random() * 5) }, () => shuffled(pick(own), random));
    const taken = random() < 0.3 ? [pick(paragraphs)] : [];
    return {
      id: `r${number}`,
      number,
      caseId: `case-${number}`,
      serviceId: `service-${number % 8}`,
      agentId: `agent-${number % 20}`,
      atMs: Date.UTC(2026, 0, 1) + number * 600_000,
      text: [greeting.replace(/\{.*\}/, "[masqué]"), ...words, ...taken, ...standard].join("\n"),
    };
  });
}

/** Other words with the same letters: nobody has written that sentence before. */
function shuffled(sentence: string, random: () => number): string {
  return sentence
    .split(" ")
    .map((word) => ({ word, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word)
    .join(" ");
}
