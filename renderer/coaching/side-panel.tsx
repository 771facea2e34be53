import { useLingui } from "@lingui/react/macro";
import type { Principle } from "../../shared/domain/note.ts";
import { Panel } from "../ui/panel.tsx";
import { TeamFigures } from "./team-figures.tsx";
import { useOpenQuestions, usePrincipleName } from "./words.ts";

export interface SidePanelProps {
  readonly isWriting: boolean;
  readonly principle: Principle | null;
  /** Whom the note is about; null while nobody is chosen. */
  readonly agentId: string | null;
}

/** Beside a note: open questions while it is written, and the figures of the team. */
export function SidePanel({ isWriting, principle, agentId }: SidePanelProps) {
  return (
    <div className="coaching-side">
      {isWriting ? <Questions principle={principle} /> : null}
      <TeamFigures principle={principle} agentId={agentId} />
    </div>
  );
}

/** Open questions for the principle at hand, and what must not be written into a note. */
function Questions({ principle }: { readonly principle: Principle | null }) {
  const { t } = useLingui();
  const principleName = usePrincipleName();
  const questions = useOpenQuestions()(principle);
  return (
    <Panel
      className="coaching-questions"
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
