import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import type { Refusal } from "../../shared/domain/case-action.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";
import { useRefusalSentence } from "./refusal-list.tsx";

/** How long taking back is offered on screen. */
const offeredMs = 10_000;
/** Cases that stayed as they were, named one by one in a message. */
const namedRefusals = 3;

/** An action that was just done. */
export interface DoneAction {
  readonly actionId: string;
  readonly changed: readonly string[];
  /** Cases that stayed as they were and that the person has not been told of yet. */
  readonly refused: readonly Refusal[];
  /** What was done, and to how many cases. */
  readonly done: string;
  /** What is said once so many cases are as they were. */
  readonly takenBack: (count: number) => string;
}

interface Undo {
  /** Says what was just done, and offers to take it back. */
  readonly offer: (done: DoneAction) => void;
  /** Takes back the last action, if that is still offered; false where there is none. */
  readonly takeBack: () => boolean;
}

const UndoContext = createContext<Undo | null>(null);

/** Remembers the last action for as long as it can be taken back on screen. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const client = useClient();
  const faultSentence = useFaultSentence();
  const refusalSentence = useRefusalSentence();
  const offered = useRef<(Pick<DoneAction, "actionId" | "takenBack"> & { close: () => void }) | null>(null);

  const undo = useMemo((): Undo => {
    function whyNot(refused: readonly Refusal[]) {
      if (refused.length === 0) return {};
      const sentences = refused
        .slice(0, namedRefusals)
        .map((refusal) => refusalSentence(refusal, refusal.ticket ?? refusal.caseId));
      const others = refused.length - sentences.length;
      if (others > 0) sentences.push(plural(others, { one: "et # autre", other: "et # autres" }));
      return { level: "warn" as const, detail: sentences.join("\n") };
    }

    async function run({ actionId, takenBack }: Pick<DoneAction, "actionId" | "takenBack">) {
      try {
        const { changed, refused } = await client.case.undo({ actionId });
        showToast({
          title: changed.length === 0 ? t`Rien n’a pu être annulé` : takenBack(changed.length),
          ...whyNot(refused),
        });
      } catch (error) {
        showToast({ title: t`Rien n’a pu être annulé`, level: "bad", detail: faultSentence(error) });
      }
    }

    function takeBack(): boolean {
      const last = offered.current;
      if (last === null) return false;
      offered.current = null;
      last.close();
      void run(last);
      return true;
    }

    return {
      takeBack,
      offer({ actionId, changed, refused, done, takenBack }) {
        if (changed.length === 0) {
          showToast({ title: t`Rien n’a été changé`, ...whyNot(refused) });
          return;
        }
        offered.current?.close();
        const close = showToast(
          {
            title: done,
            ...whyNot(refused),
            action: { label: t`Annuler`, onPress: () => void takeBack() },
          },
          offeredMs,
          () => {
            if (offered.current?.actionId === actionId) offered.current = null;
          },
        );
        offered.current = { actionId, takenBack, close };
      },
    };
  }, [t, client, faultSentence, refusalSentence]);

  return <UndoContext value={undo}>{children}</UndoContext>;
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (undo === null) throw new Error("No UndoProvider above this component.");
  return undo;
}
