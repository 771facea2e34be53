/** The page to answer on: one small document without scripts, pictures or anything from elsewhere. */
import { createHash } from "node:crypto";
import type { AnswerFacts, AnswerView } from "../services/answer.ts";
import type { AnswerWords } from "./words.ts";

/** Minutes until the arrival that can be chosen. */
export const arrivalMinutes = [5, 10, 15, 30] as const;

export const longestReason = 200;

const style = `
:root{color-scheme:light dark;--bg:#f5f5f3;--surface:#fff;--line:#c9c9c2;--ink:#1c1d1a;--soft:#55574f;--accent:#2251c8;--on:#fff}
@media (prefers-color-scheme:dark){:root{--bg:#131412;--surface:#1b1c1a;--line:#474943;--ink:#ecece6;--soft:#b3b5ab;--accent:#8fb0ff;--on:#0d1a3d}}
*{box-sizing:border-box;margin:0}
body{font:1.0625rem/1.45 system-ui,sans-serif;color:var(--ink);background:var(--bg);padding:1rem}
main{max-width:30rem;margin:0 auto;display:grid;gap:1rem}
h1{font-size:1.375rem;line-height:1.25}
section,form{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:1rem;display:grid;gap:.75rem}
.what{font-weight:600}
.soft{color:var(--soft);font-size:.9375rem}
fieldset{border:0;padding:0;display:grid;gap:.75rem;min-width:0}
legend,h2{font-size:1.0625rem;font-weight:600;padding:0}
legend{margin-bottom:.75rem}
.choices{display:grid;grid-template-columns:repeat(2,1fr);gap:.5rem}
button{font:inherit;font-weight:600;min-height:3.25rem;border-radius:.5rem;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer}
button.plain{background:transparent;color:var(--ink);border-color:var(--line)}
label{display:grid;gap:.25rem}
input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:.5rem;padding:.625rem;width:100%}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** What such a page may do: carry its own style, and post to where it came from. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The page of a call, or of a link that leads to none. */
export function answerPage(view: AnswerView, words: AnswerWords, isRepeat = false): string {
  switch (view.kind) {
    case "unknown":
      return notice(words, words.unknown, words.unknownDetail);
    case "late":
      return notice(words, words.late, words.lateDetail);
    case "answered":
      return answeredPage(view.facts, words, isRepeat);
    case "open":
      return openPage(view.facts, words);
  }
}

/** A page for a post that could not be read. */
export function refusedPage(words: AnswerWords): string {
  return notice(words, words.refused, words.refusedDetail);
}

function openPage(facts: AnswerFacts, words: AnswerWords): string {
  const { call, personName } = facts;
  const time = clockOf(facts, words);
  const choices = arrivalMinutes.map(
    (minutes) => `<button name="minutes" value="${minutes}">${minutes} ${words.minutes}</button>`,
  );
  return document_(
    words,
    `<h1>${escaped(words.asks(personName))}</h1>
<section>
<p class="what">${whatOf(facts, words)}</p>
${call.message === null ? "" : `<p>${escaped(call.message)}</p>`}
<p class="soft">${escaped(words.asked(call.requestedBy, time(call.requestedAtMs)))} ${escaped(words.answerBefore(time(call.expiresAtMs)))}</p>
</section>
<form method="post">
<input type="hidden" name="answer" value="accept">
<fieldset><legend>${words.arriving}</legend><div class="choices">${choices.join("")}</div></fieldset>
</form>
<form method="post">
<h2>${words.declining}</h2>
<label>${words.reason}<input name="reason" maxlength="${longestReason}" autocomplete="off" aria-describedby="hint"></label>
<p class="soft" id="hint">${words.reasonHint}</p>
<button class="plain" name="answer" value="decline">${words.decline}</button>
</form>`,
  );
}

function answeredPage(facts: AnswerFacts, words: AnswerWords, isRepeat: boolean): string {
  const { state, arrivesAtMs } = facts.call;
  const outcome =
    state === "declined"
      ? words.declined
      : state === "arrived"
        ? words.arrived
        : state === "released"
          ? words.released
          : words.accepted;
  const arrives =
    state === "accepted" && arrivesAtMs !== null
      ? `<p class="what">${escaped(words.acceptedDetail(clockOf(facts, words)(arrivesAtMs)))}</p>`
      : "";
  return document_(
    words,
    `<h1>${isRepeat ? words.already : outcome}</h1>
<section>
${isRepeat ? `<p class="what">${outcome}</p>` : ""}
${arrives}
<p>${whatOf(facts, words)}</p>
<p class="soft">${words.answeredDetail}</p>
</section>`,
  );
}

function notice(words: AnswerWords, title: string, detail: string): string {
  return document_(words, `<h1>${title}</h1>\n<section><p>${detail}</p></section>`);
}

function document_(words: AnswerWords, body: string): string {
  return `<!doctype html>
<html lang="${words.locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function whatOf({ call, serviceName, siteName, ...facts }: AnswerFacts, words: AnswerWords): string {
  const time = clockOf({ call, serviceName, siteName, ...facts }, words);
  return escaped(
    `${serviceName}, ${siteName}, ${words.until(call.untilMs === null ? null : time(call.untilMs))}`,
  );
}

function clockOf({ timeZone }: AnswerFacts, { locale }: AnswerWords): (atMs: number) => string {
  const format = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  return (atMs) => format.format(atMs);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
