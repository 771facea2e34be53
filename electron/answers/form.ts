/** What was posted from the page to answer on. */
import type { AnswerWish } from "../services/answer.ts";
import { arrivalMinutes, longestReason } from "./page.ts";

/** The answer in a form; null where it is none that the page could have sent. */
export function readAnswer(form: URLSearchParams): AnswerWish | null {
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) return null;
  const reason = (form.get("reason") ?? "").trim();
  switch (form.get("answer")) {
    case "accept": {
      const inMinutes = arrivalMinutes.find((minutes) => String(minutes) === form.get("minutes"));
      return inMinutes === undefined ? null : { kind: "accept", inMinutes };
    }
    case "decline":
      if (reason.length > longestReason || /\p{Cc}/u.test(reason)) return null;
      return { kind: "decline", reason: reason === "" ? null : reason };
    default:
      return null;
  }
}
