import { useLingui } from "@lingui/react/macro";
import { CopyLine } from "../ui/copy-line.tsx";
import { importLine } from "./curl-line.ts";

/** The command that imports a file into the store of this console, and what to know about it. */
export function ImportHelp({ location }: { readonly location: string }) {
  const { t } = useLingui();
  const copy = {
    copyLabel: t`Copier`,
    copiedLabel: t`Copié`,
    refusedLabel: t`Le presse-papiers est refusé ; la ligne est sélectionnée, copiez-la avec Ctrl C.`,
  };
  return (
    <>
      <p>
        {t`Fermez d’abord la console : une seule à la fois écrit dans la base. Importer deux fois le même fichier n’ajoute rien ; les lignes non comprises vont dans un fichier de rejets.`}
      </p>
      <CopyLine
        {...copy}
        label={t`Avec un fichier de correspondance des colonnes`}
        text={importLine(location, "--mapping CORRESPONDANCE.json")}
      />
      <CopyLine
        {...copy}
        label={t`Avec une correspondance fournie (bank-calls-1999, warsaw-offices)`}
        text={importLine(location, "--preset warsaw-offices")}
      />
    </>
  );
}
