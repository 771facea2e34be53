/** What the demo town promises to come back about, and whether it does. */
import type { Random } from "./random.ts";
import { civilStatus, elections, family, mail, passports, planning, switchboard } from "./town-keys.ts";
import { type DemoAgent, type DemoCase, randomFor, type World } from "./world.ts";

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

/** Of the people whose matter is not solved, how many are promised that somebody comes back to them. */
const promisedShare = 0.16;
/** Of these, how many on the same day; the others within the next three days. */
const sameDayShare = 0.45;
/** After so long somebody writes down that a forgotten promise was missed. */
const forgottenMs = 14 * dayMs;
/** What becomes of promises for later days: kept in time, kept late, said to be missed; the rest is forgotten. */
const fates = [0.82, 0.91, 0.96] as const;

const subjects: Record<string, readonly string[]> = {
  [passports]: ["Dire si la photo refusée peut être reprise", "Rappeler dès que le titre est arrivé"],
  [civilStatus]: ["Envoyer la copie d’acte demandée", "Dire ce que le parquet a répondu"],
  [planning]: ["Donner l’avis du service instructeur", "Dire si une déclaration préalable suffit"],
  [family]: ["Confirmer la place à la cantine", "Rappeler après la commission des dérogations"],
  [switchboard]: ["Rappeler avec le bon interlocuteur", "Dire quand la collecte passera"],
  [elections]: ["Confirmer le bureau de vote", "Dire si l’inscription est enregistrée"],
  [mail]: ["Répondre sur le fond après vérification", "Envoyer la pièce qui manquait"],
};

/** The promises of one floor. */
export class Promises {
  readonly #world: World;
  readonly #random: Random;
  #made = 0;

  constructor(world: World) {
    this.#world = world;
    this.#random = randomFor(world, "promises");
  }

  /** Somebody leaves; where their matter is not solved, the agent may promise to come back to them. */
  leave(agent: DemoAgent, record: DemoCase, isSolved: boolean): void {
    if (isSolved || !this.#random.chance(promisedShare)) return;
    const { agenda, closesAtMs, run, scribe } = this.#world;
    const nowMs = agenda.nowMs;
    const inMs = this.#random.chance(sameDayShare)
      ? this.#random.between(1, 4) * hourMs
      : Math.ceil(this.#random.between(0.5, 3)) * dayMs;
    const what = this.#random.pick(subjects[record.service.id] ?? []);
    const fate = this.#random.unit();
    const promptness = this.#random.between(0.4, 0.95);
    const delayMs = this.#random.between(1, 20) * hourMs;
    if (what === undefined || (closesAtMs !== null && nowMs > closesAtMs)) return;
    this.#made += 1;
    const id = `${run}-promise-${this.#made}`;
    scribe.write(nowMs, "commitment.made", id, {
      owner: agent.id,
      dueAt: scribe.instant(nowMs + inMs),
      what,
      case: record.id,
      site: record.siteId,
      service: record.serviceId,
    });
    if (fate < fates[0]) this.#settle(nowMs + inMs * promptness, "commitment.kept", id);
    else if (fate < fates[1]) this.#settle(nowMs + inMs + delayMs, "commitment.kept", id);
    else {
      const missedMs = fate < fates[2] ? delayMs : forgottenMs;
      this.#settle(nowMs + inMs + missedMs, "commitment.missed", id);
    }
  }

  /** On a day that is told after the fact, what became of a promise on the days after it is told at once. */
  #settle(atMs: number, type: "commitment.kept" | "commitment.missed", id: string): void {
    const { agenda, closesAtMs, scribe, toldUntilMs } = this.#world;
    if (closesAtMs === null) {
      agenda.at(atMs, () => scribe.write(agenda.nowMs, type, id, {}));
    } else if (atMs <= toldUntilMs) {
      scribe.write(atMs, type, id, {});
    }
  }
}
