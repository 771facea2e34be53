import { useLingui } from "@lingui/react/macro";
import { LevelShape } from "../ui/level-mark.tsx";
import { useDraftKeeping } from "./use-drafts.ts";

/** Whether what has been typed would survive a crash. */
export function DraftStatus() {
  const { t } = useLingui();
  const state = useDraftKeeping();
  return (
    <p className="draft-status" role="status">
      {state === "failed" ? (
        <>
          <LevelShape level="warn" />
          {t`Le brouillon n’est pas encore enregistré ; nouvel essai en cours.`}
        </>
      ) : state === "kept" ? (
        t`Brouillon enregistré`
      ) : (
        t`Enregistrement du brouillon…`
      )}
    </p>
  );
}
