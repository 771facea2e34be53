/** What the page to answer on says, in French or English. */

export interface AnswerWords {
  readonly locale: string;
  readonly title: string;
  asks(name: string): string;
  until(time: string | null): string;
  asked(by: string, time: string): string;
  answerBefore(time: string): string;
  readonly arriving: string;
  readonly minutes: string;
  readonly declining: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly decline: string;
  readonly accepted: string;
  acceptedDetail(time: string): string;
  readonly declined: string;
  readonly arrived: string;
  readonly released: string;
  readonly already: string;
  readonly answeredDetail: string;
  readonly late: string;
  readonly lateDetail: string;
  readonly unknown: string;
  readonly unknownDetail: string;
  readonly refused: string;
  readonly refusedDetail: string;
}

const french: AnswerWords = {
  locale: "fr-FR",
  title: "Appel en renfort",
  asks: (name) => `${name}, on a besoin de vous`,
  until: (time) => (time === null ? "jusqu’à ce que l’on vous libère" : `jusqu’à ${time}`),
  asked: (by, time) => `Demandé par ${by} à ${time}.`,
  answerBefore: (time) => `Répondez avant ${time}.`,
  arriving: "Je viens. J’arrive dans",
  minutes: "min",
  declining: "Je ne peux pas venir",
  reason: "Motif (facultatif)",
  reasonHint: "Réunion, rendez-vous… Rien sur la santé.",
  decline: "Décliner",
  accepted: "Merci, c’est noté",
  acceptedDetail: (time) => `Vous êtes attendu vers ${time}.`,
  declined: "Vous avez décliné",
  arrived: "Vous êtes arrivé",
  released: "Vous êtes libéré",
  already: "Déjà répondu",
  answeredDetail: "Pour changer votre réponse, appelez l’accueil.",
  late: "Le temps de répondre est passé",
  lateDetail: "Si vous pouvez venir tout de même, appelez l’accueil.",
  unknown: "Ce lien n’est pas valable",
  unknownDetail: "Ouvrez-le tel qu’il est dans le message, en entier.",
  refused: "La réponse n’a pas pu être lue",
  refusedDetail: "Rien n’a changé. Revenez en arrière et recommencez.",
};

const english: AnswerWords = {
  locale: "en-GB",
  title: "Call for backup",
  asks: (name) => `${name}, you are needed`,
  until: (time) => (time === null ? "until you are released" : `until ${time}`),
  asked: (by, time) => `Asked by ${by} at ${time}.`,
  answerBefore: (time) => `Answer before ${time}.`,
  arriving: "I’m coming. I’ll be there in",
  minutes: "min",
  declining: "I can’t come",
  reason: "Reason (optional)",
  reasonHint: "Meeting, appointment… Nothing about health.",
  decline: "Decline",
  accepted: "Thank you, noted",
  acceptedDetail: (time) => `You are expected at about ${time}.`,
  declined: "You have declined",
  arrived: "You have arrived",
  released: "You are released",
  already: "Already answered",
  answeredDetail: "To change your answer, call the desk.",
  late: "The time to answer is over",
  lateDetail: "If you can come all the same, call the desk.",
  unknown: "This link is not valid",
  unknownDetail: "Open it as it is in the message, all of it.",
  refused: "The answer could not be read",
  refusedDetail: "Nothing was changed. Go back and try again.",
};

/** The words for what a browser asks for: French unless it prefers English. */
export function answerWords(acceptLanguage: string | undefined): AnswerWords {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((one) => /^\s*q=([\d.]{1,5})\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ language }) => language === "fr" || language === "en")
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language === "en" ? english : french;
}
