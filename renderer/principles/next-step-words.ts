import { useLingui } from "@lingui/react/macro";
import type { NextStep } from "../../shared/domain/principle-figure.ts";
import { useDirectory } from "../client/queries.ts";

/** What to do next, in one line. */
export function useNextStepWords(): (step: NextStep) => string {
  const { t } = useLingui();
  const services = useDirectory().data?.services ?? [];
  return ({ kind, serviceId }) => {
    const service = services.find((one) => one.id === serviceId)?.name ?? serviceId ?? "";
    switch (kind) {
      case "connect_feed":
        return t`Faire arriver les premiers dossiers`;
      case "enter_skills":
        return t`Saisir qui sait faire quoi`;
      case "train_second_person":
        return t`Former une deuxième personne à « ${service} »`;
      case "look_at_transfers":
        return t`Regarder d’où viennent les passages vers « ${service} »`;
      case "answer_ideas":
        return t`Répondre aux idées sans retour`;
      case "propose_idea":
        return t`Proposer une première idée`;
      case "look_at_waits":
        return t`Regarder quand « ${service} » manque son objectif`;
      case "settle_overdue":
        return t`Tenir ou reprendre les engagements en retard`;
      case "make_commitment":
        return t`Noter un premier engagement`;
      case "ask_for_feedback":
        return t`Recueillir le ressenti des personnes`;
      case "read_words":
        return t`Lire ce que les personnes ont écrit`;
      case "look_at_replies":
        return t`Reprendre les passages tout faits`;
      case "connect_replies":
        return t`Faire arriver les réponses envoyées`;
    }
  };
}
