import { useLingui } from "@lingui/react/macro";
import { type Step, steps } from "./use-import-wizard.ts";

/** Where in the assistant one is. */
export function StepList({ step, fileName }: { readonly step: Step; readonly fileName: string | null }) {
  const { t } = useLingui();
  const words: Record<Step, string> = {
    file: t`Fichier`,
    columns: t`Colonnes`,
    trial: t`Essai`,
    import: t`Import`,
  };
  const here = steps.indexOf(step);
  return (
    <ol className="step-list" aria-label={t`Étapes de l’import`}>
      {steps.map((name, index) => (
        <li
          key={name}
          className={index < here ? "step-done" : undefined}
          {...(index === here ? { "aria-current": "step" as const } : {})}
        >
          <span className="step-mark" aria-hidden="true">
            {index < here ? (
              <svg viewBox="0 0 15 15" aria-hidden="true">
                <path d="m3.5 7.8 2.7 2.7 5.3-6" />
              </svg>
            ) : (
              index + 1
            )}
          </span>
          {words[name]}
          {name === "file" && fileName !== null ? <small className="step-file">{fileName}</small> : null}
        </li>
      ))}
    </ol>
  );
}
