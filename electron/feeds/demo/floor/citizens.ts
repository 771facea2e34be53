/** What citizens say afterwards: some answer the one question about how they were treated. */
import type { Channel } from "../../../../shared/domain/channel.ts";
import type { Random } from "./random.ts";
import { type DemoCase, randomFor, type World } from "./world.ts";

const minuteMs = 60_000;

/** How many answer, 0–1. */
const answerShare: Record<Channel, number> = { counter: 0.22, phone: 0.12, email: 0.1, online: 0.1 };
/** Of those who were served in time and whose matter is solved: very well, well, so-so; the rest less. */
const moods = [0.5, 0.84, 0.95];
/** How many of those who waited beyond the target, or go home unsolved, answer one step lower for it. */
const disappointedShare = 0.6;
const wordsShare = 0.3;
const words: Record<number, readonly string[]> = {
  1: [
    "Une heure d’attente sans une explication.",
    "On m’a renvoyé d’un guichet à l’autre, personne ne savait.",
    "Ton sec, on m’a coupé la parole.",
  ],
  2: [
    "Longue attente, accueil pressé.",
    "On m’a fait revenir pour une photo.",
    "Il a fallu répéter trois fois la même chose.",
    "La pièce demandée n’était pas sur le site.",
  ],
  3: [
    "Correct, mais peu d’explications.",
    "Rapide au guichet, long avant.",
    "J’attends encore la réponse promise.",
    "It was fine, the forms are only in French though.",
  ],
  4: [
    "Aimable et clair.",
    "Bien reçu, juste un peu d’attente.",
    "La dame a vérifié avant de répondre, c’est rare.",
    "Helpful and patient, thank you.",
  ],
  5: [
    "On a pris le temps de m’écouter.",
    "Très bon accueil, merci.",
    "Tout a été expliqué simplement.",
    "On m’a dit franchement ce qu’on ne savait pas, et rappelé le lendemain.",
    "Ma mère entend mal, on s’est assis à côté d’elle.",
    "Someone walked me to the right desk. Lovely.",
  ],
};

/** The citizens of one floor, after they have left. */
export class Citizens {
  readonly #world: World;
  readonly #random: Random;

  constructor(world: World) {
    this.#world = world;
    this.#random = randomFor(world, "answers");
  }

  /** The person has been served, and may answer within the hour; after closing nobody does. */
  leave(record: DemoCase, isSolved: boolean): void {
    if (!this.#random.chance(answerShare[record.channel])) return;
    const { agenda, closesAtMs, scribe } = this.#world;
    const atMs = agenda.nowMs + this.#random.between(2, 50) * minuteMs;
    const treated = this.#treated(record, isSolved);
    const said = this.#random.chance(wordsShare) ? this.#random.pick(words[treated] ?? []) : undefined;
    if (closesAtMs !== null && atMs > closesAtMs) return;
    agenda.at(atMs, () => {
      scribe.write(atMs, "feedback.given", record.id, {
        treated,
        solved: isSolved,
        ...(said === undefined ? {} : { words: said }),
      });
      scribe.forget(record.id);
    });
  }

  #treated(record: DemoCase, isSolved: boolean): number {
    const mood = this.#random.unit();
    const below = moods.filter((share) => mood >= share).length;
    const waitedLong = record.waitedMs > record.service.target.withinSeconds * 1_000;
    const steps = [waitedLong, !isSolved].filter(
      (isReason) => this.#random.chance(disappointedShare) && isReason,
    ).length;
    return Math.max(1, 5 - below - steps);
  }
}
