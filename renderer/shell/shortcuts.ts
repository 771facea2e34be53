/** Every keyboard shortcut, in one list: what the screens listen for and what they say of it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export interface Shortcut {
  /** As in `KeyboardEvent.key`, lower case. */
  readonly key: string;
  /** With Ctrl (Cmd on a Mac); else alone, and only while single keys are switched on. */
  readonly needsControl: boolean;
  readonly words: MessageDescriptor;
  /** What it asks; to whom that is refused, the shortcut is not offered. */
  readonly asks?: readonly [noun: string, procedure: string];
}

export const shortcuts = {
  openAlerts: { key: "a", needsControl: false, words: msg`Ouvrir les alertes`, asks: ["alert", "list"] },
  callBackup: { key: "b", needsControl: false, words: msg`Appeler un renfort`, asks: ["backup", "request"] },
  reassign: {
    key: "r",
    needsControl: false,
    words: msg`Réaffecter les dossiers choisis`,
    asks: ["case", "reassign"],
  },
  prioritise: {
    key: "p",
    needsControl: false,
    words: msg`Changer la priorité des dossiers choisis`,
    asks: ["case", "prioritise"],
  },
  hold: {
    key: "h",
    needsControl: false,
    words: msg`Suspendre, reprendre ou remettre en file les dossiers choisis`,
    asks: ["case", "hold"],
  },
  findHelpers: {
    key: "q",
    needsControl: false,
    words: msg`Qui peut aider la démarche choisie`,
    asks: ["agent", "helpers"],
  },
  moveAgent: {
    key: "m",
    needsControl: false,
    words: msg`Affecter l’agent qui a le focus`,
    asks: ["agent", "move"],
  },
  undo: { key: "z", needsControl: true, words: msg`Annuler la dernière action`, asks: ["case", "undo"] },
  palette: { key: "k", needsControl: true, words: msg`Rechercher ou agir` },
  sheet: { key: "?", needsControl: false, words: msg`Montrer les raccourcis clavier` },
  backToLive: {
    key: "l",
    needsControl: false,
    words: msg`Rejeu : revenir au direct`,
    asks: ["replay", "watch"],
  },
  nextEvent: {
    key: "e",
    needsControl: false,
    words: msg`Rejeu : événement suivant`,
    asks: ["replay", "watch"],
  },
  nextMark: {
    key: "n",
    needsControl: false,
    words: msg`Rejeu : alerte ou action suivante`,
    asks: ["replay", "watch"],
  },
  search: { key: "/", needsControl: false, words: msg`Chercher dans les notes` },
  save: { key: "s", needsControl: true, words: msg`Enregistrer la note`, asks: ["note", "edit"] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;
