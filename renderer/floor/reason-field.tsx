import { useLingui } from "@lingui/react/macro";
import { FrequentReason } from "./frequent-reason.tsx";

/** Why cases are handed on: one of four frequent reasons, or own words. */
export function ReasonField({ onChange }: { readonly onChange: (reason: string) => void }) {
  const { t } = useLingui();
  return (
    <FrequentReason
      frequent={[
        t`Équilibrer les files`,
        t`Compétence nécessaire`,
        t`Erreur d’aiguillage`,
        t`Personne prioritaire`,
      ]}
      onChange={onChange}
    />
  );
}
