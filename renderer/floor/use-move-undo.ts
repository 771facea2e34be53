import { useLingui } from "@lingui/react/macro";
import { useMemo, useRef } from "react";
import { useClient } from "../client/client.ts";
import { faultOf, useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";

/** How long taking back is offered on screen. */
const offeredMs = 10_000;

export interface DoneMove {
  readonly actionId: string;
  readonly agentId: string;
  readonly name: string;
  /** What was done, in words. */
  readonly title: string;
  readonly detail: string | null;
}

export interface MoveUndo {
  /** Says what was done and offers to take it back. */
  readonly offer: (move: DoneMove) => void;
  /** Takes back the last move, if that is still offered; false where there is none. */
  readonly takeBack: () => boolean;
  /** Something else was done since, so that the keyboard takes back that instead. */
  readonly passOver: () => void;
}

/** Remembers the last move of an agent for as long as it can be taken back. */
export function useMoveUndo(): MoveUndo {
  const { t } = useLingui();
  const client = useClient();
  const sentence = useFaultSentence();
  const offered = useRef<{ readonly move: DoneMove; readonly close: () => void } | null>(null);
  return useMemo((): MoveUndo => {
    async function run({ agentId, actionId, name }: DoneMove) {
      try {
        await client.agent.undoMove({ agentId, actionId });
        showToast({ title: t`Affectation annulée : ${name} reprend ses démarches d’avant` });
      } catch (error) {
        const isTooLate = faultOf(error).code === "undo_expired";
        showToast({
          title: t`Rien n’a pu être annulé`,
          level: isTooLate ? "warn" : "bad",
          detail: isTooLate
            ? t`${name} a reçu une autre affectation depuis, ou le délai est passé.`
            : sentence(error),
        });
      }
    }
    return {
      passOver() {
        offered.current = null;
      },
      takeBack() {
        const last = offered.current;
        if (last === null) return false;
        offered.current = null;
        last.close();
        void run(last.move);
        return true;
      },
      offer(move) {
        offered.current?.close();
        const close = showToast(
          {
            title: move.title,
            ...(move.detail === null ? {} : { detail: move.detail }),
            action: { label: t`Annuler`, onPress: () => void run(move) },
          },
          offeredMs,
          () => {
            if (offered.current?.move === move) offered.current = null;
          },
        );
        offered.current = { move, close };
      },
    };
  }, [t, client, sentence]);
}
