/** The words of the charts: their names, their columns, their steps. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ChartKind, ChartStep } from "../../shared/domain/chart.ts";
import {
  comparedSuffix,
  expectedHighSuffix,
  expectedLowSuffix,
  expectedSuffix,
  typicalHighSuffix,
  typicalLowSuffix,
  typicalMiddleSuffix,
} from "../../shared/domain/chart-series.ts";
import { splitKey } from "./chart-data.ts";

/** Names of the charts, as titles. */
export const chartTitles: Record<ChartKind, MessageDescriptor> = {
  waits: msg`Attente`,
  arrivals: msg`Arrivées`,
  level: msg`Servis dans l’objectif`,
  abandonment: msg`Abandons`,
  handle: msg`Durée de traitement`,
  occupancy: msg`Occupation`,
  experience: msg`Expérience ressentie`,
  "heat-map": msg`Attente par heure et par jour`,
  "wait-distribution": msg`Répartition des attentes`,
};

/** Names of the charts where there is little room. */
export const chartTabs: Record<ChartKind, MessageDescriptor> = {
  waits: msg`Attente`,
  arrivals: msg`Arrivées`,
  level: msg`Objectif`,
  abandonment: msg`Abandons`,
  handle: msg`Traitement`,
  occupancy: msg`Occupation`,
  experience: msg`Expérience`,
  "heat-map": msg`Heures`,
  "wait-distribution": msg`Répartition`,
};

export const stepWords: Record<ChartStep, MessageDescriptor> = {
  interval: msg`par quart d’heure`,
  hour: msg`par heure`,
  day: msg`par jour`,
  week: msg`par semaine`,
  month: msg`par mois`,
  year: msg`par année`,
};

const columnTitles: Readonly<Record<string, MessageDescriptor>> = {
  fromMs: msg`Quand`,
  waitP50Seconds: msg`Médiane`,
  waitP90Seconds: msg`9 sur 10`,
  waitMeanSeconds: msg`Moyenne`,
  waitCount: msg`Attentes (n)`,
  waitShare: msg`Part`,
  arrivals: msg`Arrivées`,
  transfersIn: msg`Par transfert`,
  served: msg`Servis`,
  abandoned: msg`Abandons`,
  noShows: msg`Absents à l’appel`,
  serviceLevel: msg`Servis dans l’objectif`,
  inTarget: msg`Dans l’objectif`,
  targetBase: msg`Comptés`,
  targetSeconds: msg`Objectif`,
  targetShare: msg`Objectif`,
  abandonment: msg`Part des abandons`,
  offered: msg`Venus`,
  handleMeanSeconds: msg`Traitement moyen`,
  handleCount: msg`Traitements (n)`,
  occupancy: msg`Occupation`,
  handlingSeconds: msg`Temps de traitement`,
  availableSeconds: msg`Temps disponible`,
  experience: msg`Expérience`,
  treatedScore: msg`Accueil ressenti`,
  solvedShare: msg`Réglé au premier contact`,
  answerCount: msg`Réponses (n)`,
  typicalDays: msg`Jours semblables (n)`,
  weekday: msg`Jour`,
  hour: msg`Heure`,
  fromSeconds: msg`Plus de`,
  toSeconds: msg`Au plus`,
};

const suffixTitles: Readonly<Record<string, MessageDescriptor>> = {
  [comparedSuffix]: msg`période comparée`,
  [typicalLowSuffix]: msg`jours semblables, bas`,
  [typicalMiddleSuffix]: msg`jours semblables, milieu`,
  [typicalHighSuffix]: msg`jours semblables, haut`,
  [expectedSuffix]: msg`prévision`,
  [expectedLowSuffix]: msg`prévision, bas`,
  [expectedHighSuffix]: msg`prévision, haut`,
};

/** The title of a column of a chart's table, by its key. */
export function useColumnTitle(): (key: string) => string {
  const { i18n } = useLingui();
  return (key) => {
    const { name, suffix } = splitKey(key);
    const title = columnTitles[name];
    const own = title === undefined ? name : i18n._(title);
    const after = suffixTitles[suffix];
    return after === undefined ? own : `${own}, ${i18n._(after)}`;
  };
}
