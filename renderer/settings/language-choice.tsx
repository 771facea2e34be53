import { useLingui } from "@lingui/react/macro";
import type { Settings } from "../../shared/domain/settings.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";

export interface LanguageChoiceProps {
  readonly value: Settings["language"];
  readonly onChange: (language: Settings["language"]) => void;
}

/** The language of the screens; each language is named in itself. */
export function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      label={t`Langue`}
      options={[
        { id: "system", label: t`Système` },
        { id: "fr", label: "Français" },
        { id: "en", label: "English" },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
