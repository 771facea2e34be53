/** What the people of the demo town have proposed and asked, in every state that an idea can be in. All invented. */
import {
  commentIdea,
  type Idea,
  type IdeaDraft,
  type IdeaMove,
  moveIdea,
  proposeIdea,
} from "../../../../shared/domain/idea.ts";
import { addDays, localDate } from "../../../../shared/queueing/intervals.ts";
import { monthsToldOf } from "../days.ts";
import { civilStatus, family, passports, switchboard, townHall } from "../floor/town-keys.ts";
import { demoAuthor, demoLead } from "./author.ts";

const dayMs = 24 * 60 * 60 * 1_000;

interface Story {
  readonly daysAgo: number;
  readonly draft: Pick<IdeaDraft, "title" | "text" | "principle" | "serviceId"> &
    Partial<Pick<IdeaDraft, "kind">>;
  readonly comments?: readonly string[];
  readonly moves?: readonly { readonly daysAgo: number; readonly move: IdeaMove }[];
}

/** The ideas and questions as they stand at an instant; whoever answers is somebody else than who proposed. */
export function demoIdeas(nowMs: number, timeZone: string): Idea[] {
  const today = localDate(nowMs, timeZone);
  const stories = [...earlierStories(today), ...storiesOf((daysAgo) => addDays(today, -daysAgo))];
  return stories.map((story, index) => {
    const at = (by: string, daysAgo: number, minutes: number) => ({
      by,
      atMs: nowMs - daysAgo * dayMs + minutes * 60_000,
    });
    const draft: IdeaDraft = { kind: "idea", siteId: townHall, noteId: null, ...story.draft };
    let idea = proposeIdea(`demo-idea-${index + 1}`, draft, at(demoAuthor, story.daysAgo, 0));
    for (const [place, text] of (story.comments ?? []).entries()) {
      const id = `demo-idea-${index + 1}-comment-${place + 1}`;
      idea = commentIdea(idea, id, text, at(demoLead, story.daysAgo - 0.5, place));
    }
    for (const { daysAgo, move } of story.moves ?? []) {
      idea = moveIdea(idea, move, at(demoLead, daysAgo, 0));
    }
    return idea;
  });
}

/** What was proposed at the beginning of the month that the principles show, and of the one before. */
function earlierStories(today: string): readonly Story[] {
  const { shown, before } = monthsToldOf(today);
  const daysAgo = (month: string, day: number) =>
    Math.round((Date.parse(today) - Date.parse(`${month}-${String(day).padStart(2, "0")}`)) / dayMs);
  return [
    {
      daysAgo: daysAgo(before, 2),
      draft: {
        title: "Une affiche des pièces à apporter à l’entrée de la salle",
        text: "Le tiers des gens découvre au guichet qu’il manque une pièce.",
        principle: "every_second",
        serviceId: passports,
      },
      moves: [
        { daysAgo: daysAgo(before, 5), move: { to: "adopted", reason: "Affichée aux deux accueils." } },
      ],
    },
    {
      daysAgo: daysAgo(before, 3),
      draft: {
        kind: "question",
        title: "Qui rappelle quand la démarche a changé de service ?",
        text: "La personne rappelle chaque fois le standard.",
        principle: "one_team",
        serviceId: switchboard,
      },
      moves: [
        {
          daysAgo: daysAgo(before, 5),
          move: { to: "answered", reason: "Celui qui a pris l’engagement, même si le dossier est parti." },
        },
      ],
    },
    {
      daysAgo: daysAgo(shown, 2),
      draft: {
        title: "Relire à deux la première réponse à un courriel difficile",
        text: "Dix minutes le matin, avant l’ouverture.",
        principle: "no_canned_answers",
        serviceId: null,
      },
      moves: [
        {
          daysAgo: daysAgo(shown, 4),
          move: { to: "adopted", reason: "Les mardis et jeudis, à tour de rôle." },
        },
      ],
    },
    {
      daysAgo: daysAgo(shown, 5),
      draft: {
        title: "Échanger une matinée entre l’annexe et l’hôtel de ville",
        text: "Nadia connaît les passeports, Olivier l’état civil : chacun verrait l’autre salle.",
        principle: "one_team",
        serviceId: null,
      },
      comments: ["Oui, et ceux du téléphone aussi."],
    },
  ];
}

function storiesOf(dateBefore: (daysAgo: number) => string): readonly Story[] {
  return [
    {
      daysAgo: 11,
      draft: {
        title: "Un pré-accueil le matin pour vérifier les pièces",
        text: "De l’ouverture à 11 h, une personne debout dans le hall regarde les pièces avant le ticket. Ceux à qui il manque une photo repartent sans avoir attendu.",
        principle: "every_second",
        serviceId: passports,
      },
      comments: [
        "Essayé mardi une heure : quatre personnes avaient une photo refusée d’avance.",
        "D’accord, si on tourne : c’est fatigant debout.",
      ],
      moves: [
        {
          daysAgo: 7,
          move: {
            to: "trying",
            trial: { startDate: dateBefore(6), figure: "wait_p50", siteId: townHall, serviceId: passports },
          },
        },
      ],
    },
    {
      daysAgo: 13,
      draft: {
        title: "Une fiche « dérogations scolaires » au guichet famille",
        text: "On transfère à l’état civil dès qu’il est question de garde alternée. Une page suffirait.",
        principle: "service_knowledge",
        serviceId: family,
      },
      comments: ["Je veux bien l’écrire avec l’état civil."],
      moves: [
        {
          daysAgo: 9,
          move: {
            to: "trying",
            trial: { startDate: dateBefore(8), figure: "handle_time", siteId: townHall, serviceId: family },
          },
        },
        {
          daysAgo: 1,
          move: { to: "adopted", reason: "Moins d’allers-retours ; la fiche reste au guichet." },
        },
      ],
    },
    {
      daysAgo: 4,
      draft: {
        title: "Rappeler ceux qui raccrochent après deux minutes",
        text: "Le standard voit leur numéro. Un rappel l’après-midi, quand c’est calme.",
        principle: "honesty",
        serviceId: null,
      },
      comments: ["Et s’ils ne veulent pas être rappelés ? Demander dans l’annonce."],
    },
    {
      daysAgo: 2,
      draft: {
        title: "S’asseoir à côté plutôt qu’en face pour les dossiers de décès",
        text: "Le bureau du fond est libre le matin.",
        principle: "empathy",
        serviceId: civilStatus,
      },
    },
    {
      daysAgo: 8,
      draft: {
        title: "Fermer le guichet élections le mercredi",
        text: "Il y a peu de monde ce jour-là.",
        principle: "every_second",
        serviceId: null,
      },
      moves: [
        {
          daysAgo: 6,
          move: {
            to: "declined",
            reason:
              "Le mercredi, des parents qui travaillent viennent avec leurs enfants. On garde le guichet ouvert.",
          },
        },
      ],
    },
    {
      daysAgo: 5,
      draft: {
        kind: "question",
        title: "Que répondre quand la préfecture ne donne pas de date ?",
        text: "On me demande une date pour le passeport et je n’en ai pas.",
        principle: "honesty",
        serviceId: passports,
      },
      moves: [
        {
          daysAgo: 4,
          move: {
            to: "answered",
            reason:
              "Dire qu’on ne la connaît pas, promettre des nouvelles à une date précise, et noter l’engagement.",
          },
        },
      ],
    },
  ];
}
