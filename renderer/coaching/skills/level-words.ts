/** The words of skill levels. */
import { useLingui } from "@lingui/react/macro";

/** The word of a level, 0–3. */
export function useLevelWord(): (level: number) => string {
  const { t } = useLingui();
  const words = [t`pas formé`, t`en apprentissage`, t`autonome`, t`référent`];
  return (level) => words[level] ?? String(level);
}
