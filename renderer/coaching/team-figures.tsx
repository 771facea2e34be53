import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Principle } from "../../shared/domain/note.ts";
import type { TeamFigure, TeamFigureKind } from "../../shared/domain/team-figures.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { Awaited } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { Explain } from "../ui/explain.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { AgentFiguresDialog } from "./agent-figures-dialog.tsx";

export interface TeamFiguresProps {
  readonly principle: Principle | null;
  readonly agentId: string | null;
}

/** Which figures come first under a principle; the others follow. */
const first: Readonly<Partial<Record<Principle, readonly TeamFigureKind[]>>> = {
  empathy: ["treated"],
  every_second: ["handle_p50", "served"],
  service_knowledge: ["handle_p50"],
  sharing_ideas: ["notes_acknowledged"],
  one_team: ["served"],
};

/** The team over four weeks, what belongs to the principle at hand first; one person's figures only for a purpose. */
export function TeamFigures({ principle, agentId }: TeamFiguresProps) {
  const { t } = useLingui();
  const client = useClient();
  const [isAsking, setIsAsking] = useState(false);
  const answer = useQuery({
    queryKey: queryKey("note", "team-figures"),
    queryFn: () => client.note.teamFigures(),
  });
  const leading = principle === null ? [] : (first[principle] ?? []);
  const rank = ({ kind }: TeamFigure) => (leading.includes(kind) ? 0 : 1);
  return (
    <Panel title={t`Repères`} detail={t`équipe, 4 semaines`} className="team-figures">
      <Awaited
        question={answer}
        rows={5}
        label={t`Les repères arrivent`}
        failure={t`Les repères n’ont pas pu être lus.`}
      >
        {({ figures }) => (
          <ul>
            {[...figures]
              .sort((a, b) => rank(a) - rank(b))
              .map((figure) => (
                <Figure key={figure.kind} figure={figure} />
              ))}
          </ul>
        )}
      </Awaited>
      <div className="coaching-reminder">
        <p>{t`Les repères sont ceux de l’équipe. Voir ceux d’une personne demande un motif ; elle en est informée.`}</p>
        <Button onPress={() => setIsAsking(true)}>{t`Voir ceux d’une personne`}</Button>
      </div>
      {isAsking ? <AgentFiguresDialog agentId={agentId} onClose={() => setIsAsking(false)} /> : null}
    </Panel>
  );
}

function Figure({ figure }: { readonly figure: TeamFigure }) {
  const { t } = useLingui();
  const words = useFigureWords()(figure);
  const { title, value, detail } = words;
  return (
    <li>
      <span className="team-figure-title">
        {title}
        <Explain label={t`Que dit « ${title} » ?`} title={title}>
          <p>{words.definition}</p>
        </Explain>
      </span>
      <strong className="number">{value ?? "–"}</strong>
      <small className="number">{detail}</small>
    </li>
  );
}

function useFigureWords() {
  const { t } = useLingui();
  const { duration, number, percent } = useFormat();
  return ({ kind, value, count }: TeamFigure) => {
    const tooFew = t`pas assez de données pour le dire`;
    const cases = t`${plural(count, { one: "# dossier", other: "# dossiers" })}`;
    const answers = t`${plural(count, { one: "# avis", other: "# avis" })}`;
    const shared = t`${plural(count, { one: "sur # note", other: "sur # notes" })}`;
    switch (kind) {
      case "treated":
        return {
          title: t`Se sont sentis bien accueillis`,
          value: value === null ? null : t`${number(Math.round(value))} sur 100`,
          detail: value === null ? tooFew : t`${answers} · toute la maison`,
          definition: t`Note de 1 à 5 donnée par les usagers, ramenée de 0 à 100. Sur toute la maison : les avis ne sont pas comptés par agent.`,
        };
      case "handle_p50":
        return {
          title: t`Durée médiane de traitement`,
          value: value === null ? null : duration(value),
          detail: value === null ? tooFew : cases,
          definition: t`Du début à la fin, mises en attente et fin de dossier comprises. Cachée quand moins de trois personnes ont servi.`,
        };
      case "served":
        return {
          title: t`Dossiers servis par l’équipe`,
          value: value === null ? null : number(value),
          detail: value === null ? tooFew : t`sur quatre semaines`,
          definition: t`Dossiers arrivés ces quatre semaines et servis par l’équipe. Caché quand moins de trois personnes ont servi.`,
        };
      case "notes_shared":
        return {
          title: t`Notes partagées`,
          value: number(value ?? 0),
          detail: t`sur quatre semaines`,
          definition: t`Notes que les agents de l’équipe peuvent lire.`,
        };
      case "notes_acknowledged":
        return {
          title: t`Notes lues par les agents`,
          value: value === null ? null : percent(value),
          detail: value === null ? t`aucune note partagée` : shared,
          definition: t`Part des notes partagées que l’agent a dit avoir lues.`,
        };
    }
  };
}
