import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import type { ReassignResult } from "../../shared/domain/reassign.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";
import { useRefusalSentence } from "./refusal-list.tsx";

/** How long taking back is offered on screen. */
const offeredMs = 10_000;

interface Undo {
  /** Offers to take back what was just done. */
  readonly offer: (result: ReassignResult) => void;
  /** Takes back the last reassignment, if that is still offered; false where there is none. */
  readonly takeBack: () => boolean;
}

const UndoContext = createContext<Undo | null>(null);

/** Remembers the last reassignment for as long as it can be taken back. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const client = useClient();
  const faultSentence = useFaultSentence();
  const refusalSentence = useRefusalSentence();
  const offered = useRef<{ readonly actionId: string; readonly close: () => void } | null>(null);

  const undo = useMemo((): Undo => {
    async function run(actionId: string) {
      try {
        const result = await client.case.undo({ actionId });
        const count = result.reassigned.length;
        const detail = result.refused
          .map((refusal) => refusalSentence(refusal, refusal.ticket ?? refusal.caseId))
          .join("\n");
        showToast({
          title:
            count === 0
              ? t`Rien n’a pu être annulé`
              : t`Réaffectation annulée : ${plural(count, { one: "# dossier est revenu", other: "# dossiers sont revenus" })}`,
          ...(detail === "" ? {} : { level: "warn" as const, detail }),
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
      void run(last.actionId);
      return true;
    }

    return {
      takeBack,
      offer({ actionId, reassigned }) {
        offered.current?.close();
        const count = reassigned.length;
        const close = showToast(
          {
            title: plural(count, { one: "# dossier réaffecté", other: "# dossiers réaffectés" }),
            action: { label: t`Annuler`, onPress: () => void takeBack() },
          },
          offeredMs,
          () => {
            if (offered.current?.actionId === actionId) offered.current = null;
          },
        );
        offered.current = { actionId, close };
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
