import { useLingui } from "@lingui/react/macro";
import type { PrincipleFigureId } from "../../shared/domain/principle-figure.ts";

export interface FigureWords {
  readonly label: string;
  /** What is counted, in one sentence. */
  readonly definition: string;
}

/** The name of a figure, and what it counts. */
export function useFigureWords(): (id: PrincipleFigureId) => FigureWords {
  const { t } = useLingui();
  return (id) => {
    switch (id) {
      case "covered_services":
        return {
          label: t`Démarches tenues par au moins deux`,
          definition: t`Part des démarches que deux personnes au moins savent tenir seules (niveau 2 ou 3), renforts compris : aujourd’hui, ou à la fin d’un mois passé.`,
        };
      case "single_person_services":
        return {
          label: t`Tenues par une seule personne, ou aucune`,
          definition: t`Démarches que moins de deux personnes savent tenir seules : aujourd’hui, ou à la fin d’un mois passé.`,
        };
      case "backup_accepted":
        return {
          label: t`Renforts acceptés`,
          definition: t`Acceptés ÷ appels du mois dont l’issue est connue.`,
        };
      case "transfers":
        return {
          label: t`Passages d’une démarche à une autre`,
          definition: t`Étapes arrivées par transfert ÷ toutes les étapes arrivées.`,
        };
      case "ideas_proposed":
        return { label: t`Idées proposées`, definition: t`Idées et questions proposées dans le mois.` };
      case "ideas_tried":
        return { label: t`Essais commencés`, definition: t`Essais commencés dans le mois.` };
      case "ideas_settled":
        return {
          label: t`Idées tranchées`,
          definition: t`Adoptées, déclinées avec un motif, ou questions auxquelles on a répondu, dans le mois.`,
        };
      case "first_answer":
        return {
          label: t`Premier retour`,
          definition: t`Médiane, de la proposition au premier mot de quelqu’un d’autre.`,
        };
      case "wait_median":
        return {
          label: t`Attente médiane`,
          definition: t`De l’entrée en file au premier appel, personnes servies ; médiane de toutes les attentes, jamais une moyenne de médianes.`,
        };
      case "wait_p90":
        return {
          label: t`Neuf sur dix attendent moins de`,
          definition: t`Neuvième décile des mêmes attentes.`,
        };
      case "service_level":
        return {
          label: t`Niveau de service`,
          definition: t`Selon la variante choisie dans les réglages.`,
        };
      case "abandonment":
        return {
          label: t`Abandons`,
          definition: t`Abandonnés ÷ (servis + abandonnés + absents à l’appel).`,
        };
      case "commitments_in_time":
        return {
          label: t`Engagements tenus à temps`,
          definition: t`Tenus à temps ÷ (tenus + manqués + en retard), de ceux qui étaient dus dans le mois.`,
        };
      case "commitments_overdue":
        return {
          label: t`En retard`,
          definition: t`Engagements ouverts dont l’échéance est passée : maintenant, ou à la fin d’un mois passé.`,
        };
      case "problems_open":
        return {
          label: t`Problèmes ouverts`,
          definition: t`Signalés et pas encore résolus : maintenant, ou à la fin d’un mois passé.`,
        };
      case "experience":
        return {
          label: t`Expérience citoyenne`,
          definition: t`0,7 × ressenti + 0,3 × (0,5 × niveau de service + 0,5 × réglé à la première venue), de 0 à 100.`,
        };
      case "treated":
        return { label: t`Ressenti`, definition: t`Réponses de 1 à 5 ramenées de 0 à 100.` };
      case "solved":
        return { label: t`Réglé à la première venue`, definition: t`Des dossiers dont on le sait.` };
      case "personal_share":
        return {
          label: t`Part personnelle des réponses`,
          definition: t`Médiane de la part du texte qui n’est ni dans un modèle, ni dans une réponse antérieure ; de toute la maison, car une réponse ne dit pas de quel accueil elle vient.`,
        };
      case "concrete_share":
        return {
          label: t`Réponses qui parlent du dossier`,
          definition: t`Part des réponses qui citent une date, un numéro ou un document du dossier ; de toute la maison.`,
        };
    }
  };
}
