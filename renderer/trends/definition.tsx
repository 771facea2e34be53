import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import type { ChartKind } from "../../shared/domain/chart.ts";
import { defaultLevelVariant } from "../../shared/domain/service-level.ts";
import { useSettings } from "../client/queries.ts";
import { levelFormulas } from "../settings/level-words.ts";
import "../ui/explain.css";
import "../ui/select.css";

export type DefinedFigure = ChartKind | "base";

/** Long enough that a pointer on its way elsewhere opens nothing. */
const hoverMs = 200;

/** The definition of a figure, shown while its button has the pointer or the focus, with its version. */
export function Definition(props: { readonly figure: DefinedFigure; readonly version: number | undefined }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { title, text } = useDefinition(props.figure);
  const version = props.version;
  return (
    <TooltipTrigger delay={hoverMs} isOpen={isOpen} onOpenChange={setOpen} shouldCloseOnPress={false}>
      <Button className="explain-button" aria-label={t`Définition : ${title}`} onPress={() => setOpen(true)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6v.5" />
        </svg>
      </Button>
      <Tooltip className="popover explain" placement="bottom" offset={6}>
        <strong>{title}</strong>
        {text}
        {version === undefined ? null : <small>{t`Définitions v${version}`}</small>}
      </Tooltip>
    </TooltipTrigger>
  );
}

function useDefinition(figure: DefinedFigure): { title: string; text: string } {
  const { t } = useLingui();
  const formula = t(levelFormulas[useSettings().data?.levelVariant ?? defaultLevelVariant]);
  switch (figure) {
    case "base":
      return {
        title: t`Servis, ou servis et abandons`,
        text: t`« Servis » compte l’attente de ceux qui ont été servis. « Servis et abandons » y ajoute l’attente de ceux qui sont partis avant d’être appelés, pour ne pas les cacher.`,
      };
    case "waits":
      return {
        title: t`Attente`,
        text: t`De l’entrée dans la file au premier appel, avec le reste des files précédentes qui n’ont pas servi la personne. Médiane et 9 sur 10 par rang, exacts jusqu’à 200 valeurs, à 1 % près au-delà. Chaque personne compte dans le quart d’heure où elle est arrivée.`,
      };
    case "arrivals":
      return {
        title: t`Arrivées`,
        text: t`Dossiers dont la première arrivée tombe dans la période. Les transferts venus d’une autre démarche sont comptés à part.`,
      };
    case "level":
      return {
        title: t`Servis dans l’objectif`,
        text: t`Dans cette maison : ${formula}. Seules comptent les personnes venues aux heures d’ouverture. L’objectif est celui en vigueur à l’arrivée ; en changer ne réécrit pas le passé.`,
      };
    case "abandonment":
      return {
        title: t`Abandons`,
        text: t`Personnes parties avant d’être appelées ÷ personnes venues (arrivées et transferts entrants).`,
      };
    case "handle":
      return {
        title: t`Durée de traitement`,
        text: t`Du début à la fin du traitement, pauses du dossier comprises, plus le travail qui suit. Moyenne des traitements mesurés.`,
      };
    case "occupancy":
      return {
        title: t`Occupation`,
        text: t`Temps de traitement ÷ (temps de traitement + temps disponible), tous les agents ensemble, jamais par agent.`,
      };
    case "experience":
      return {
        title: t`Expérience ressentie`,
        text: t`De 0 à 100 : 70 % accueil ressenti, 15 % servis dans l’objectif, 15 % réglé au premier contact. Rien n’est montré à moins de cinq réponses.`,
      };
    case "heat-map":
      return {
        title: t`Attente par heure et par jour`,
        text: t`Chaque case réunit toutes les personnes arrivées à cette heure de ce jour de la semaine. Les médianes sont calculées sur elles toutes, jamais en moyenne de médianes.`,
      };
    case "wait-distribution":
      return {
        title: t`Répartition des attentes`,
        text: t`Combien d’attentes ont duré plus que le début de la tranche et au plus sa fin. Exact jusqu’à 200 attentes, bornes à 1 % près au-delà.`,
      };
  }
}
