import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ActionKind } from "../../shared/domain/action-kind.ts";

/** What was done, as the title of its row. */
export const actionWords: Record<ActionKind, MessageDescriptor> = {
  reassign: msg`Réaffectation`,
  prioritise: msg`Changement de priorité`,
  hold: msg`Mise en suspens`,
  resume: msg`Reprise`,
  requeue: msg`Remise en file`,
  move_agent: msg`Déplacement d’un agent`,
  call_backup: msg`Appel en renfort`,
  undo: msg`Retour en arrière`,
};
