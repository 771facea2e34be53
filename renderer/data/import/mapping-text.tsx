import { useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/button.tsx";
import { TextAreaField } from "../../ui/text-field.tsx";
import { type ImportWizard, mappingText } from "./use-import-wizard.ts";

export interface MappingTextProps {
  readonly wizard: ImportWizard;
  /** Null while the form counts. */
  readonly text: string | null;
}

/** The mapping file itself, for what the form can't say. */
export function MappingText({ wizard, text }: MappingTextProps) {
  const { t } = useLingui();
  if (text === null) {
    return (
      <span>
        <Button
          isDisabled={wizard.mapping === null}
          onPress={() => wizard.write(mappingText(wizard.mapping))}
        >
          {t`Écrire la correspondance à la main…`}
        </Button>
      </span>
    );
  }
  return (
    <>
      <TextAreaField
        label={t`Fichier de correspondance (JSON)`}
        hint={t`Le guide des fichiers de correspondance décrit chaque clé.`}
        rows={26}
        value={text}
        onChange={wizard.write}
        spellCheck="false"
      />
      <span>
        <Button onPress={() => wizard.write(null)}>{t`Revenir au formulaire`}</Button>
      </span>
    </>
  );
}
