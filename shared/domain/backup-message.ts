/** What a person who is called in is told, in the house's language. Nothing in it is about a citizen. */

export type MessageLanguage = "fr" | "en";

export interface CallFacts {
  readonly personName: string;
  readonly serviceName: string;
  readonly siteName: string;
  /** IANA zone of the site. */
  readonly timeZone: string;
  readonly requestedBy: string;
  /** What the caller adds; null where nothing. */
  readonly message: string | null;
  readonly requestedAtMs: number;
  /** Until when help is wanted; null: until released. */
  readonly untilMs: number | null;
  /** Until when an answer counts. */
  readonly expiresAtMs: number;
  /** Where to answer; null where answers are taken by telephone and in person only. */
  readonly answerUrl: string | null;
}

export interface Message {
  /** One line. */
  readonly title: string;
  /** Plain text, in order; each is one paragraph. */
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | null;
}

/** The message of one call. */
export function callMessage(facts: CallFacts, language: MessageLanguage): Message {
  const time = (atMs: number) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: facts.timeZone,
    }).format(atMs);
  const words = language === "en" ? english(facts, time) : french(facts, time);
  const { message, answerUrl } = facts;
  const said = message === null ? [] : [language === "en" ? `“${message}”` : `« ${message} »`];
  return {
    title: words.title,
    paragraphs: [words.request, ...said, words.answer],
    link: answerUrl === null ? null : { label: words.link, url: answerUrl },
  };
}

/** A message that only says that messages arrive. */
export function trialMessage(by: string, language: MessageLanguage): Message {
  return language === "en"
    ? {
        title: "Vigie: a trial",
        paragraphs: [
          `${by} sends a trial from Vigie’s settings. Calls for backup would arrive like this one.`,
        ],
        link: null,
      }
    : {
        title: "Vigie : un essai",
        paragraphs: [
          `${by} envoie un essai depuis les réglages de Vigie. Les appels en renfort arriveraient comme celui-ci.`,
        ],
        link: null,
      };
}

/** The message as plain text, for mails and chat rooms. */
export function plainText({ paragraphs, link }: Message): string {
  return [...paragraphs, ...(link === null ? [] : [`${link.label}\n${link.url}`])].join("\n\n");
}

interface CallWords {
  readonly title: string;
  readonly request: string;
  readonly answer: string;
  readonly link: string;
}

function french(facts: CallFacts, time: (atMs: number) => string): CallWords {
  const { personName, serviceName, siteName, requestedBy, untilMs, answerUrl } = facts;
  const until = untilMs === null ? "jusqu’à ce que l’on vous libère" : `jusqu’à ${time(untilMs)}`;
  const by = time(facts.expiresAtMs);
  return {
    title: `Renfort demandé : ${serviceName}, ${siteName}`,
    request: `${personName}, on a besoin de vous : ${serviceName}, ${siteName}, ${until}. Demandé par ${requestedBy} à ${time(facts.requestedAtMs)}.`,
    answer:
      answerUrl === null
        ? `Répondez avant ${by}, par téléphone ou à l’accueil.`
        : `Répondez avant ${by}, par le lien, par téléphone ou à l’accueil.`,
    link: `Répondre pour ${personName}`,
  };
}

function english(facts: CallFacts, time: (atMs: number) => string): CallWords {
  const { personName, serviceName, siteName, requestedBy, untilMs, answerUrl } = facts;
  const until = untilMs === null ? "until you are released" : `until ${time(untilMs)}`;
  const by = time(facts.expiresAtMs);
  return {
    title: `Backup wanted: ${serviceName}, ${siteName}`,
    request: `${personName}, you are needed: ${serviceName}, ${siteName}, ${until}. Asked by ${requestedBy} at ${time(facts.requestedAtMs)}.`,
    answer:
      answerUrl === null
        ? `Answer before ${by}, by telephone or at the desk.`
        : `Answer before ${by}, by the link, by telephone or at the desk.`,
    link: `Answer for ${personName}`,
  };
}
