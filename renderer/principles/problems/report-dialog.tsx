import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ProblemReportDraft } from "../../../shared/domain/problem.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useSettings } from "../../client/queries.ts";
import { findOpenCase } from "../../coaching/resolve-case.ts";
import { useFloorStore } from "../../floor/floor-context.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PlaceFields } from "../place-fields.tsx";
import { useReportProblem } from "./use-problems.ts";

export interface ReportDialogProps {
  /** Gets the id of what was reported, null where nothing was. */
  readonly onClose: (id: string | null) => void;
}

/** A problem in a person's words, and where they met it. */
export function ReportDialog({ onClose }: ReportDialogProps) {
  const { t } = useLingui();
  const report = useReportProblem();
  const sentenceOf = useFaultSentence();
  const floor = useFloorStore();
  const siteId = useSettings().data?.siteId ?? null;
  const [isChecked, setChecked] = useState(false);
  const [ticket, setTicket] = useState("");
  const [draft, setDraft] = useState<ProblemReportDraft>({ text: "", siteId, serviceId: null, caseId: null });
  const change = (part: Partial<ProblemReportDraft>) => setDraft({ ...draft, ...part });
  const isReady = draft.text.trim() !== "";
  function save() {
    setChecked(true);
    if (!isReady) return;
    const typed = ticket.trim();
    const found = findOpenCase(ticket, floor.cases.values(), draft.siteId ?? undefined);
    const caseId = typed === "" ? null : (found?.id ?? typed);
    report.mutate({ ...draft, caseId }, { onSuccess: ({ id }) => onClose(id) });
  }
  return (
    <FormDialog
      title={t`Signaler un problème`}
      lead={t`Dites ce qui s’est passé ; la console cherche si quelqu’un l’a déjà signalé.`}
      className="principle-form"
      onClose={() => onClose(null)}
      onSave={save}
      isSaving={report.isPending}
      error={report.error === null ? null : sentenceOf(report.error)}
    >
      <TextField
        label={t`Ce qui ne va pas`}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={2_000}
        rows={3}
        autoFocus
        hint={t`Ni nom ni donnée personnelle d’un usager.`}
        isInvalid={isChecked && !isReady}
        error={t`Écrivez au moins une phrase.`}
      />
      <PlaceFields
        siteId={draft.siteId}
        onSite={(id) => change({ siteId: id })}
        serviceId={draft.serviceId}
        onService={(id) => change({ serviceId: id })}
      />
      <TextField
        label={t`Dossier`}
        value={ticket}
        onChange={setTicket}
        maxLength={128}
        hint={t`Facultatif : le ticket affiché, par exemple A023.`}
      />
    </FormDialog>
  );
}
