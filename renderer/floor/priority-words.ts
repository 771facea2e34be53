/** The three priorities that a person chooses from, and their words. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { priorities } from "../../shared/domain/prioritise.ts";

export type PriorityName = keyof typeof priorities;

export const priorityNames = Object.keys(priorities) as PriorityName[];

export const priorityWords: Record<PriorityName, MessageDescriptor> = {
  normal: msg`Normale`,
  high: msg`Prioritaire`,
  urgent: msg`Urgente`,
};

/** Gives the word for a priority; a feed's own beyond urgent counts as urgent. */
export function usePriorityWords(): (priority: number) => string {
  const { i18n } = useLingui();
  return (priority) => {
    const name = priorityNames.findLast((one) => priorities[one] <= priority) ?? "normal";
    return i18n._(priorityWords[name]);
  };
}
