import { useLingui } from "@lingui/react/macro";

/** The five answers to "how were you treated", in words. */
export function useScoreWords(): (treated: number) => string {
  const { t } = useLingui();
  return (treated) => {
    switch (treated) {
      case 1:
        return t`Très mal`;
      case 2:
        return t`Mal`;
      case 3:
        return t`Moyennement`;
      case 4:
        return t`Bien`;
      default:
        return t`Très bien`;
    }
  };
}
