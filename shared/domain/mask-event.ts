/** Masks who is named in the words that events carry, before anything of them is kept. */
import type { VigieEvent } from "./event.ts";
import { maskNames } from "./mask-names.ts";

/** Payload fields that hold the words of a citizen or of whoever answers one. */
const wordFields = ["words", "text"] as const;

/** The event as it may be kept: words of citizens and sent replies without who is named in them. */
export function withMaskedWords<T extends VigieEvent>(event: T): T {
  if (event.type === "feedback.given" && event.data.words !== undefined) {
    return { ...event, data: { ...event.data, words: maskNames(event.data.words) } };
  }
  if (event.type === "reply.sent") {
    return { ...event, data: { ...event.data, text: maskNames(event.data.text) } };
  }
  return event;
}

/** The same for what could not be understood, as parsed JSON: it is kept for a person to mend. */
export function withMaskedFields(envelope: unknown): unknown {
  if (!isRecord(envelope) || !isRecord(envelope["data"])) return envelope;
  const data = { ...envelope["data"] };
  for (const field of wordFields) {
    const words = data[field];
    if (typeof words === "string") data[field] = maskNames(words);
  }
  return { ...envelope, data };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
