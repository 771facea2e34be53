import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  acceptedIn,
  type Cascade,
  type CascadeTurn,
  isCascadeRunning,
  turnsOf,
} from "../../shared/domain/backup-cascade.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { StateMark, type StateShape, type StateTone } from "../ui/state-mark.tsx";
import { showToast } from "../ui/toast.tsx";
import "./cascade-card.css";

const looks: Record<CascadeTurn, { readonly shape: StateShape; readonly tone: StateTone }> = {
  requested: { shape: "triangle", tone: "accent" },
  accepted: { shape: "check", tone: "good" },
  arrived: { shape: "disc", tone: "good" },
  released: { shape: "square", tone: "neutral" },
  declined: { shape: "cross", tone: "neutral" },
  expired: { shape: "dash", tone: "neutral" },
  passed: { shape: "dash", tone: "neutral" },
  next: { shape: "half", tone: "neutral" },
  later: { shape: "ring", tone: "neutral" },
  not_needed: { shape: "ring", tone: "neutral" },
};

/** A cascade that is under way: who was asked, whose turn is next, and when; it can be stopped. */
export function CascadeCard({ cascade }: { readonly cascade: Cascade }) {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const turnWords = useTurnWords();
  const directory = useDirectory().data;
  const stop = useMutation({
    mutationFn: () => client.backup.stopCascade({ cascadeId: cascade.plan.id }),
    onSuccess: () => showToast({ title: t`Plus personne ne sera appelé` }),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKey("backup") }),
  });
  const service = directory?.services.find((one) => one.id === cascade.serviceId)?.name ?? cascade.serviceId;
  const nameOf = (agentId: string) =>
    directory?.roster.find((one) => one.agentId === agentId)?.name ?? agentId;
  const accepted = acceptedIn(cascade);
  const mayStop = useMay()("backup", "stopCascade");
  const { wanted } = cascade.plan;
  return (
    <section className="cascade" aria-label={t`L’un après l’autre : ${service}`}>
      <div className="cascade-head">
        <strong>
          <Trans>L’un après l’autre : {service}</Trans>
        </strong>
        <small className="number">
          <Plural value={wanted} one={`${accepted} oui sur # voulu`} other={`${accepted} oui sur # voulus`} />
        </small>
        <CascadeNext cascade={cascade} nameOf={nameOf} />
        {mayStop ? (
          <Button isPending={stop.isPending} onPress={() => stop.mutate()}>
            <Trans>Ne plus appeler</Trans>
          </Button>
        ) : null}
      </div>
      <ol className="cascade-turns">
        {turnsOf(cascade).map(({ agentId, turn }, index) => (
          <li key={agentId} className={turn === "later" || turn === "passed" ? "cascade-quiet" : undefined}>
            <span className="cascade-rank number">{index + 1}</span>
            <span className="cascade-name">{nameOf(agentId)}</span>
            <StateMark shape={looks[turn].shape} tone={looks[turn].tone}>
              {turnWords[turn]}
            </StateMark>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When the next one is called at the latest, or that nobody is left. */
function CascadeNext({
  cascade,
  nameOf,
}: {
  readonly cascade: Cascade;
  readonly nameOf: (agentId: string) => string;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const asked = cascade.calls.filter(({ state }) => state === "requested");
  const nextMs = Math.min(...asked.map(({ expiresAtMs }) => expiresAtMs));
  const left = useAtTick((nowMs) => (asked.length === 0 ? "00:00" : format.clock((nextMs - nowMs) / 1_000)));
  const next = turnsOf(cascade).find(({ turn }) => turn === "next");
  return (
    <span className="cascade-next number">
      {next === undefined
        ? t`dernière réponse attendue, encore ${left}`
        : t`ensuite ${nameOf(next.agentId)}, dans ${left} au plus`}
    </span>
  );
}

function useTurnWords(): Record<CascadeTurn, string> {
  const { t } = useLingui();
  return {
    requested: t`Appelé, réponse attendue`,
    accepted: t`Accepté`,
    arrived: t`Arrivé`,
    released: t`Libéré`,
    declined: t`Décliné`,
    expired: t`Sans réponse`,
    passed: t`Passé : n’était pas joignable`,
    next: t`Le suivant`,
    later: t`Plus tard`,
    not_needed: t`Pas appelé`,
  };
}

/** Those under way, the latest first. */
export function CascadeCards({ cascades }: { readonly cascades: readonly Cascade[] }) {
  return cascades
    .filter(isCascadeRunning)
    .map((cascade) => <CascadeCard key={cascade.plan.id} cascade={cascade} />);
}
