/** How the demo town answers e-mails: some word for word from standard texts, some in words of their own. */
import type { ReplyLanguage } from "../../../../shared/domain/reply.ts";
import { english, french, type LetterWords } from "./letter-words.ts";
import type { Random } from "./random.ts";
import { standardTexts } from "./standard-texts.ts";
import { type DemoAgent, type DemoCase, randomFor, type World } from "./world.ts";

/** Of the e-mails that were dealt with, how many answers are told; the others were calls or forms. */
const toldShare = 0.3;
const englishShare = 0.12;
/** Of the answers: the standard text alone, and with a sentence of one's own in it. The rest is written afresh. */
const standardShare = 0.24;
const mixedShare = 0.2;
const dayMs = 24 * 60 * 60 * 1_000;

/** Writes the answers of one floor. */
export class Letters {
  readonly #world: World;
  readonly #random: Random;
  readonly #dates: Record<ReplyLanguage, Intl.DateTimeFormat>;

  constructor(world: World) {
    this.#world = world;
    this.#random = randomFor(world, "letters");
    this.#dates = { fr: datesIn("fr-FR", world), en: datesIn("en-GB", world) };
  }

  /** The agent has dealt with an e-mail, and may have answered it in writing. */
  answer(agent: DemoAgent, record: DemoCase): void {
    if (record.channel !== "email" || !this.#random.chance(toldShare)) return;
    const { agenda, scribe } = this.#world;
    scribe.write(agenda.nowMs, "reply.sent", record.id, {
      service: record.serviceId,
      agent: agent.id,
      text: this.#write(),
    });
  }

  #write(): string {
    const language = this.#random.chance(englishShare) ? "en" : "fr";
    const words = language === "en" ? english : french;
    const kind = this.#random.unit();
    if (kind >= standardShare + mixedShare) return this.#own(words, language);
    const standard = this.#random.pick(standardTexts.filter((one) => one.language === language))?.text ?? "";
    const text = this.#fill(standard, language);
    if (kind < standardShare) return text;
    const [greeting = "", ...rest] = text.split("\n\n");
    return [greeting, this.#fill(this.#random.pick(words.sentences) ?? "", language), ...rest].join("\n\n");
  }

  #own(words: LetterWords, language: ReplyLanguage): string {
    const count = this.#random.chance(0.5) ? 2 : 3;
    const left = [...words.sentences];
    const sentences = Array.from({ length: count }, () => {
      const plan = this.#random.pick(left) ?? "";
      left.splice(left.indexOf(plan), 1);
      return this.#fill(plan, language);
    });
    const greeting = this.#random.pick(words.greetings) ?? "";
    const closing = this.#random.pick(words.closings) ?? "";
    return [greeting, sentences.join(" "), closing].join("\n\n");
  }

  /** The text with what is of this case alone. */
  #fill(text: string, language: ReplyLanguage): string {
    const words = language === "en" ? english : french;
    const values: Record<string, () => string> = {
      date: () => this.#date(language, this.#random.between(2, 30)),
      past: () => this.#date(language, -this.#random.between(2, 30)),
      number: () => this.#whole(1_000, 9_999),
      days: () => this.#whole(2, 30),
      hour: () => `${this.#whole(9, 17)}${language === "en" ? ":" : " h "}${this.#whole(10, 59)}`,
      paper: () => this.#random.pick(words.papers) ?? "",
      day: () => this.#random.pick(words.days) ?? "",
    };
    const worded = text.replaceAll(
      /\(([^)]*)\)/g,
      (place, choice: string) => this.#random.pick(choice.split("|")) ?? place,
    );
    const filled = worded.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name]?.() ?? place);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  }

  #whole(from: number, to: number): string {
    return String(Math.floor(this.#random.between(from, to)));
  }

  /** A day so many days from now. */
  #date(language: ReplyLanguage, days: number): string {
    const { agenda } = this.#world;
    const atMs = agenda.nowMs + days * dayMs;
    const date = this.#dates[language].format(atMs);
    return language === "en" ? date : date.replace(/^1 /, "1er ");
  }
}

function datesIn(locale: string, { plan }: World): Intl.DateTimeFormat {
  const timeZone = plan.sites[0]?.timeZone ?? "Europe/Paris";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone });
}
