/** Whether a reply is French or English, by its smallest words. */
import { plainWord } from "../similarity/words.ts";
import type { ReplyLanguage } from "./reply.ts";

const french = new Set(
  "le la les un une des du de et est vous votre vos nous notre que qui pour dans sur avec par au aux ce cette je ne pas plus bonjour".split(
    " ",
  ),
);
const english = new Set(
  "the a an of and is are you your we our that which for in on with by to this it i not be will have hello dear".split(
    " ",
  ),
);

/** The language that more of the words speak for; French where neither does. */
export function languageOf(text: string): ReplyLanguage {
  let balance = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const plain = plainWord(word);
    balance += (english.has(plain) ? 1 : 0) - (french.has(plain) ? 1 : 0);
  }
  return balance > 0 ? "en" : "fr";
}
