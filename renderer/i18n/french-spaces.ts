/** French sets a space before two-part marks and inside guillemets that a line must not break at. */
import type { Messages } from "@lingui/core";

/** A message as it is compiled: text, or text and values in turn. */
type CompiledMessage = Messages[string];

const narrow = "\u202f";
const wide = "\u00a0";

/** A compiled message with no-break spaces; names of values in it have none and stay as they are. */
export function withFrenchSpaces(message: CompiledMessage): CompiledMessage {
  if (typeof message === "string") return inText(message);
  return message.map((part) => (typeof part === "string" ? inText(part) : part));
}

function inText(text: string): string {
  return text
    .replaceAll(/ (?=[;?!%])/g, narrow)
    .replaceAll(/ (?=[:»])/g, wide)
    .replaceAll("« ", `«${wide}`);
}
