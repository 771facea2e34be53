/** The words around a record of one agent, and who others are in it. */
import type { AgreedStepState } from "./agreed-step.ts";
import type { CoachingSessionState } from "./coaching-session.ts";
import type { Attendance } from "./training.ts";

export type RecordLanguage = "fr" | "en";

export interface RecordWords {
  readonly title: (name: string) => string;
  readonly made: string;
  readonly skills: string;
  readonly level: string;
  readonly levels: string;
  readonly since: string;
  readonly until: string;
  readonly trainings: string;
  readonly attendance: Readonly<Record<Attendance, string>>;
  readonly notes: string;
  readonly steps: string;
  readonly due: string;
  readonly stepStates: Readonly<Record<AgreedStepState, string>>;
  readonly sessions: string;
  readonly sessionStates: Readonly<Record<CoachingSessionState, string>>;
  readonly commitments: string;
  readonly open: string;
  readonly kept: string;
  readonly missed: string;
  readonly replies: string;
  readonly figures: string;
  readonly views: string;
  readonly none: string;
  readonly acknowledged: string;
  readonly answer: string;
  readonly served: string;
  readonly handling: string;
  readonly usual: string;
  readonly author: string;
  readonly viewer: string;
  readonly colleague: string;
  /** What was looked at, by the word that the audit keeps. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Who others are in a record of somebody else, and the words around them. */
export const recordWords: Readonly<Record<RecordLanguage, RecordWords>> = {
  fr: {
    title: (name) => `Tout ce que la console garde sur ${name}`,
    made: "Fait le",
    skills: "Compétences",
    level: "niveau",
    levels: "Niveaux saisis par l’encadrement",
    since: "depuis le",
    until: "jusqu’au",
    trainings: "Formations",
    attendance: { expected: "inscription", attended: "présence", absent: "absence" },
    notes: "Notes partagées avec vous",
    steps: "Étapes convenues",
    due: "pour le",
    stepStates: { open: "à faire", done: "faite", dropped: "abandonnée" },
    sessions: "Séances",
    sessionStates: { planned: "prévue", held: "tenue", cancelled: "annulée" },
    commitments: "Engagements dont vous répondez",
    open: "en cours",
    kept: "tenu le",
    missed: "manqué, noté le",
    replies: "Réponses que vous avez envoyées",
    figures: "Vos repères, quatre semaines",
    views: "Qui a consulté vos données",
    none: "rien",
    acknowledged: "lue le",
    answer: "Votre réponse du",
    served: "dossiers servis",
    handling: "durée médiane",
    usual: "habituelle dans la démarche",
    author: "chef d’équipe",
    viewer: "chef d’équipe",
    colleague: "un collègue",
    seen: {
      figures: "repères",
      preparation: "fiche de préparation",
      reply: "une réponse envoyée",
      everything: "tout l’espace",
    },
  },
  en: {
    title: (name) => `Everything the console keeps about ${name}`,
    made: "Made on",
    skills: "Skills",
    level: "level",
    levels: "Levels entered by a team lead",
    since: "since",
    until: "until",
    trainings: "Trainings",
    attendance: { expected: "expected", attended: "attended", absent: "absent" },
    notes: "Notes shared with you",
    steps: "Agreed steps",
    due: "by",
    stepStates: { open: "to do", done: "done", dropped: "dropped" },
    sessions: "Sessions",
    sessionStates: { planned: "planned", held: "held", cancelled: "cancelled" },
    commitments: "Commitments you answer for",
    open: "open",
    kept: "kept on",
    missed: "missed, noted on",
    replies: "Replies you sent",
    figures: "Your figures, four weeks",
    views: "Who looked at your record",
    none: "nothing",
    acknowledged: "read on",
    answer: "Your answer of",
    served: "cases served",
    handling: "median time",
    usual: "usual in the service",
    author: "team lead",
    viewer: "team lead",
    colleague: "a colleague",
    seen: {
      figures: "figures",
      preparation: "preparation sheet",
      reply: "a sent reply",
      everything: "the whole record",
    },
  },
};
