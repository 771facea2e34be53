/** What a team lead of the demo town has written for single agents, and what was agreed. All invented. */
import type { AgreedStep } from "../../../../shared/domain/agreed-step.ts";
import type { NoteDraft } from "../../../../shared/domain/note.ts";
import { addDays, localDate } from "../../../../shared/queueing/intervals.ts";
import { demoAuthor } from "./author.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface DemoNote {
  readonly draft: NoteDraft;
  readonly writtenAtMs: number;
  /** What the agent answered; null where they did not. */
  readonly answer: string | null;
}

/** Notes of the days before and of today, the oldest first, as they would have been written; some are about a moment, whose load the console keeps with them. */
export function demoNotes(nowMs: number): DemoNote[] {
  const note = (
    agentId: string,
    minutesAgo: number,
    own: Pick<NoteDraft, "principle" | "kind" | "text"> & {
      readonly isShared: boolean;
      readonly isMoment: boolean;
    },
    answer: string | null = null,
  ): DemoNote => {
    const { isShared, isMoment, ...words } = own;
    const atMs = nowMs - minutesAgo * minuteMs;
    return {
      draft: {
        ...words,
        agentId,
        caseId: null,
        replyId: null,
        momentAtMs: isMoment ? atMs : null,
        visibility: isShared ? "shared" : "team_leads",
      },
      writtenAtMs: atMs + 10 * minuteMs,
      answer,
    };
  };
  return [
    note(
      "demo-amina-b",
      95,
      {
        principle: "empathy",
        kind: "observation",
        text: "A reformulé la demande d’une dame très inquiète avant de chercher le dossier. La file a attendu deux minutes de plus ; la dame est repartie apaisée.\n\n**Question ouverte :** comment garder ce temps-là quand la salle est pleine ?",
        isShared: true,
        isMoment: true,
      },
      "Il me faudrait quelqu’un au pré-accueil de 11 h à midi.",
    ),
    note("demo-benoit-l", 140, {
      principle: "honesty",
      kind: "praise",
      text: "A dit franchement qu’il ne connaissait pas la règle du changement de nom, a promis une date et l’a notée comme engagement.",
      isShared: true,
      isMoment: true,
    }),
    note("demo-lucie-f", 3 * 24 * 60, {
      principle: "no_canned_answers",
      kind: "observation",
      text: "Trois phrases sur quatre viennent du modèle ; la question sur le délai n’a pas été reprise. Qu’est-ce qui aiderait à écrire deux lignes à soi ?",
      isShared: true,
      isMoment: false,
    }),
    note("demo-jeanne-d", 5 * 24 * 60, {
      principle: "service_knowledge",
      kind: "observation",
      text: "Les dérogations scolaires partent à l’état civil par habitude. Voir ensemble ce qui peut rester au guichet famille.",
      isShared: false,
      isMoment: false,
    }),
    note("demo-gaelle-p", 2 * 24 * 60, {
      principle: "one_team",
      kind: "praise",
      text: "A pris quatre courriels pendant le creux du standard, sans qu’on le lui demande.",
      isShared: true,
      isMoment: false,
    }),
  ].sort((a, b) => a.writtenAtMs - b.writtenAtMs);
}

/** Agreed steps: one late, one for this week, one done. */
export function demoSteps(nowMs: number, timeZone: string): AgreedStep[] {
  const today = localDate(nowMs, timeZone);
  const step = (
    number: number,
    own: Pick<AgreedStep, "agentId" | "text"> & { readonly dueInDays: number; readonly outcome?: string },
  ): AgreedStep => {
    const { dueInDays, outcome = null, ...words } = own;
    return {
      ...words,
      id: `demo-step-${number}`,
      noteId: null,
      dueDate: addDays(today, dueInDays),
      remindDaysBefore: 2,
      state: outcome === null ? "open" : "done",
      outcome,
      settledAtMs: outcome === null ? null : nowMs - dayMs,
      settledBy: outcome === null ? null : demoAuthor,
      author: demoAuthor,
      createdAtMs: nowMs - 8 * dayMs,
    };
  };
  return [
    step(1, {
      agentId: "demo-amina-b",
      text: "Présenter sa façon de reformuler à la réunion d’équipe",
      dueInDays: 5,
    }),
    step(2, {
      agentId: "demo-lucie-f",
      text: "Écrire trois réponses sans modèle, puis les relire ensemble",
      dueInDays: -1,
    }),
    step(3, {
      agentId: "demo-jeanne-d",
      text: "Relire la fiche des dérogations avec l’état civil",
      dueInDays: -2,
      outcome: "Relue ; deux cas ajoutés à la fiche.",
    }),
  ];
}
