import { useLingui } from "@lingui/react/macro";
import { Explain } from "../ui/explain.tsx";

export type DefinedFigure = "base" | "wait" | "arrivals" | "service_level" | "abandonment" | "handle";

/** The definition of a figure, one press away from it, with the version of the definitions. */
export function Definition(props: { readonly figure: DefinedFigure; readonly version: number | undefined }) {
  const { t } = useLingui();
  const { title, text } = useDefinition(props.figure);
  const version = props.version;
  return (
    <Explain
      label={t`Définition : ${title}`}
      title={title}
      {...(version === undefined ? {} : { detail: t`Définitions v${version}` })}
    >
      {text}
    </Explain>
  );
}

function useDefinition(figure: DefinedFigure): { title: string; text: string } {
  const { t } = useLingui();
  switch (figure) {
    case "base":
      return {
        title: t`Servis, ou servis et abandons`,
        text: t`« Servis » compte l’attente de ceux qui ont été servis. « Servis et abandons » y ajoute l’attente de ceux qui sont partis avant d’être appelés, pour ne pas les cacher.`,
      };
    case "wait":
      return {
        title: t`Attente`,
        text: t`De l’entrée dans la file au premier appel, avec le reste des files précédentes qui n’ont pas servi la personne. Médiane et 9 sur 10 par rang, exacts jusqu’à 200 valeurs, à 1 % près au-delà. Chaque personne compte dans le quart d’heure où elle est arrivée.`,
      };
    case "arrivals":
      return {
        title: t`Arrivées`,
        text: t`Dossiers dont la première arrivée tombe dans la période. Les transferts venus d’une autre démarche sont comptés à part.`,
      };
    case "service_level":
      return {
        title: t`Servis dans l’objectif`,
        text: t`Servis dans le délai de l’objectif ÷ (servis + abandons après la limite des abandons courts). L’objectif est celui en vigueur à l’arrivée ; en changer ne réécrit pas le passé.`,
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
  }
}
