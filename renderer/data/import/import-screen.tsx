import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { FaultDetail } from "./fault-detail.tsx";
import { FileStep } from "./file-step.tsx";
import { ImportStep } from "./import-step.tsx";
import { StepList } from "./step-list.tsx";
import { TrialStep } from "./trial-step.tsx";
import { useImportWizard } from "./use-import-wizard.ts";
import "../data.css";
import "./import.css";

/** The import assistant: from a file that nobody knows to its figures. */
export function ImportScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const sentenceOf = useFaultSentence();
  const wizard = useImportWizard();
  return (
    <>
      <ScreenHeader
        title={t`Importer un fichier`}
        actions={<Button onPress={() => navigate("/data")}>{t`Retour aux données`}</Button>}
      />
      <div className="import">
        <StepList step={wizard.step} fileName={wizard.file?.fileName ?? null} />
        {wizard.error === null ? null : (
          <div role="alert" className="import-error">
            <p className="field-error">{sentenceOf(wizard.error)}</p>
            <FaultDetail error={wizard.error} />
          </div>
        )}
        {wizard.step === "file" ? <FileStep wizard={wizard} /> : null}
        {wizard.step === "columns" ? <ColumnsStep wizard={wizard} /> : null}
        {wizard.step === "trial" ? <TrialStep wizard={wizard} /> : null}
        {wizard.step === "import" ? <ImportStep wizard={wizard} /> : null}
      </div>
    </>
  );
}
