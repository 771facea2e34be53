import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DemoStatus } from "../../shared/contract/feed.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey } from "../client/queries.ts";
import { Button } from "../ui/button.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Panel } from "../ui/panel.tsx";
import { StateMark } from "../ui/state-mark.tsx";

const demoKey = queryKey("feed", "demo");
const slowest = 1;
const fastest = 60;

/** Starts and stops the invented town hall. */
export function DemoPanel() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const status = useQuery({ queryKey: demoKey, queryFn: () => client.feed.demoStatus() }).data;
  const [chosenSpeed, setChosenSpeed] = useState<number | null>(null);
  const show = (next: DemoStatus) => cache.setQueryData(demoKey, next);
  const start = useMutation({
    mutationFn: (speed: number) => client.feed.startDemo({ speed }),
    onSuccess: show,
  });
  const stop = useMutation({ mutationFn: () => client.feed.stopDemo(), onSuccess: show });
  if (status === undefined) return <Panel title={t`Plateau de démonstration`}>{null}</Panel>;
  const speed = chosenSpeed ?? (status.running ? status.speed : slowest);
  const error = start.error ?? stop.error;
  return (
    <Panel
      title={t`Plateau de démonstration`}
      actions={
        status.running ? (
          <StateMark shape="disc" tone="accent">{t`En marche, ×${status.speed}`}</StateMark>
        ) : (
          <StateMark shape="ring">{t`Arrêté`}</StateMark>
        )
      }
    >
      <div className="data-body">
        <p>
          {t`Une mairie inventée : sept démarches, guichets, téléphone et courriel. Aucune personne réelle ; tout porte la mention « Données de démonstration ». Quatorze jours racontés en entier avant aujourd’hui, puis cinq jours par mois.`}
        </p>
        <div className="demo-controls">
          <NumberField
            label={t`Vitesse`}
            hint={t`Secondes jouées par seconde, de 1 à 60.`}
            least={slowest}
            most={fastest}
            value={speed}
            onChange={(value) => {
              setChosenSpeed(value);
              if (status.running) start.mutate(value);
            }}
          />
          {status.running ? (
            <Button isPending={stop.isPending} onPress={() => stop.mutate()}>
              {t`Arrêter`}
            </Button>
          ) : (
            <Button variant="soft" isPending={start.isPending} onPress={() => start.mutate(speed)}>
              {t`Lancer`}
            </Button>
          )}
        </div>
        {status.hasDemoData && !status.running ? (
          <p>{t`La base contient déjà des événements de démonstration. Pour un vrai plateau, démarrez avec une autre base : --db CHEMIN.`}</p>
        ) : null}
        {error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(error)}
          </p>
        )}
      </div>
    </Panel>
  );
}
