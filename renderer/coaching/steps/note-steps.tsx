import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useCoaches } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { StepList } from "./step-list.tsx";
import { useSteps } from "./use-steps.ts";
import "./steps.css";

/** The steps that follow from a note, and a way to add one. */
export function NoteSteps({ noteId, agentId }: { readonly noteId: string; readonly agentId: string }) {
  const { t } = useLingui();
  const leads = useCoaches()(agentId);
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="note-steps" aria-labelledby="note-steps-title">
      <div className="note-steps-head">
        <h3 id="note-steps-title">{t`Suite convenue`}</h3>
        {leads ? (
          <Button variant="quiet" onPress={() => setAdding(true)}>
            {t`Ajouter une étape`}
          </Button>
        ) : null}
      </div>
      <Awaited
        question={useSteps()}
        rows={1}
        label={t`Les étapes arrivent`}
        failure={t`Les étapes n’ont pas pu être lues.`}
      >
        {(steps) => <StepList steps={steps.filter((step) => step.noteId === noteId)} showsAgent={false} />}
      </Awaited>
      {isAdding ? (
        <StepDialog step={null} agentId={agentId} noteId={noteId} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  );
}
