import { useLingui } from "@lingui/react/macro";
import type { Principle } from "../../shared/domain/note.ts";
import { Panel } from "../ui/panel.tsx";
import { useOpenQuestions, usePrincipleName } from "./words.ts";

/** Open questions for the principle at hand, and what must not be written into a note. */
export function SidePanel({ principle }: { readonly principle: Principle | null }) {
  const { t } = useLingui();
  const principleName = usePrincipleName();
  const questions = useOpenQuestions()(principle);
  return (
    <Panel
      className="coaching-side"
      title={t`Questions ouvertes`}
      {...(principle === null ? {} : { detail: principleName(principle) })}
    >
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p className="coaching-reminder">
        {t`Une note parle d’un moment et d’une façon de faire. Pas de mots sur la santé, l’origine, les opinions ou la famille, ni d’un agent ni d’un usager. L’agent peut demander à lire ce qui le concerne.`}
      </p>
    </Panel>
  );
}
