/** The words of the floor for channels, states and flags. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AgentState } from "../../shared/domain/agent.ts";
import type { CaseState } from "../../shared/domain/case.ts";
import type { Channel } from "../../shared/domain/channel.ts";
import type { Level } from "../ui/level.ts";
import type { StateShape, StateTone } from "../ui/state-mark.tsx";

export const channelWords: Record<Channel, MessageDescriptor> = {
  counter: msg`Guichet`,
  phone: msg`Téléphone`,
  email: msg`Courriel`,
  online: msg`En ligne`,
};

/** A state as the screens show it: shape, word and colour. */
export interface StateLook {
  readonly shape: StateShape;
  readonly tone: StateTone;
  readonly word: MessageDescriptor;
}

export const agentLooks: Record<AgentState, StateLook> = {
  available: { shape: "ring", tone: "good", word: msg`Disponible` },
  serving: { shape: "disc", tone: "neutral", word: msg`En entretien` },
  wrap_up: { shape: "half", tone: "neutral", word: msg`Finalisation` },
  paused: { shape: "pause", tone: "neutral", word: msg`Pause` },
  training: { shape: "square", tone: "neutral", word: msg`Formation` },
  back_office: { shape: "square", tone: "neutral", word: msg`Hors public` },
  offline: { shape: "dash", tone: "neutral", word: msg`Absent` },
};

export const caseLooks: Record<CaseState, StateLook> = {
  waiting: { shape: "ring", tone: "neutral", word: msg`En attente` },
  called: { shape: "triangle", tone: "neutral", word: msg`Appelé` },
  serving: { shape: "disc", tone: "neutral", word: msg`En entretien` },
  on_hold: { shape: "pause", tone: "neutral", word: msg`Suspendu` },
  done: { shape: "check", tone: "neutral", word: msg`Terminé` },
  no_show: { shape: "dash", tone: "neutral", word: msg`Absent à l’appel` },
  abandoned: { shape: "cross", tone: "neutral", word: msg`Parti` },
  cancelled: { shape: "cross", tone: "neutral", word: msg`Annulé` },
};

/** What a wait's level means. */
export const waitWords: Record<Level, MessageDescriptor> = {
  ok: msg`dans l’objectif`,
  warn: msg`proche de l’objectif`,
  bad: msg`au-delà de l’objectif`,
};

/** What a service level's level means. */
export const shareWords: Record<Level, MessageDescriptor> = {
  ok: msg`objectif tenu`,
  warn: msg`sous l’objectif`,
  bad: msg`loin sous l’objectif`,
};
