import { Trans, useLingui } from "@lingui/react/macro";
import type { Helper } from "../../shared/domain/helper.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { AgentStateMark, reasonOf } from "./agent-state.tsx";
import { Elapsed } from "./running.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { agentLooks } from "./words.ts";

export interface HelperRowProps {
  readonly helper: Helper;
  readonly siteId: string;
  readonly isCalling: boolean;
  readonly onAssign: () => void;
  readonly onCall: () => void;
}

/** Somebody who could help: what they do now and since when, how soon they could be there, and how to ask. */
export function HelperRow({ helper, siteId, isCalling, onAssign, onCall }: HelperRowProps) {
  const { t } = useLingui();
  const { name, level } = helper;
  const may = useMay();
  return (
    <li className="helper">
      <div className="helper-who">
        <strong>{name}</strong>
        <small>{t`niveau ${level}`}</small>
      </div>
      <div className="helper-now">
        <AgentStateMark agent={helper} />
        <small className="number">
          <Now helper={helper} />
          <Trans>
            depuis <Elapsed sinceMs={helper.stateSinceMs} />
          </Trans>
        </small>
      </div>
      <Ready helper={helper} siteId={siteId} />
      <div className="helper-action">
        {helper.isCalled ? (
          <small>{t`appel en cours`}</small>
        ) : helper.way === "assign" ? (
          may("agent", "move") ? (
            <Button variant="soft" onPress={onAssign} aria-label={t`Affecter ${name}`}>
              <Trans>Affecter…</Trans>
            </Button>
          ) : null
        ) : helper.way === "call" ? (
          may("backup", "request") ? (
            <Button
              variant="soft"
              onPress={onCall}
              isDisabled={isCalling}
              aria-label={t`Appeler ${name} en renfort`}
            >
              <Trans>Appeler en renfort</Trans>
            </Button>
          ) : null
        ) : (
          <small>{t`y revient d’office`}</small>
        )}
      </div>
    </li>
  );
}

/** Why that leaves room for helping. */
function Now({ helper }: { readonly helper: Helper }) {
  const { t, i18n } = useLingui();
  if (helper.because === "free" || helper.because === "finishing") {
    return <>{t`personne n’attend sur ses démarches`} · </>;
  }
  const reason = helper.state === "paused" ? null : reasonOf(helper, i18n._(agentLooks[helper.state].word));
  return reason === null ? null : <>{reason} · </>;
}

function Ready({ helper, siteId }: { readonly helper: Helper; readonly siteId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(siteId);
  const { readyAtMs, because } = helper;
  const isNow = useAtTick((nowMs) => readyAtMs !== null && readyAtMs - nowMs < 60_000);
  if (because === "finishing") return <span className="helper-ready">{t`après le dossier en cours`}</span>;
  if (readyAtMs === null) return <span className="helper-ready">{t`retour inconnu`}</span>;
  const time = format.time(readyAtMs, timeZone);
  if (because === "back_office" || because === "free") {
    return <span className="helper-ready">{isNow ? t`tout de suite` : t`vers ${time}`}</span>;
  }
  return <span className="helper-ready">{isNow ? t`d’un instant à l’autre` : t`retour prévu ${time}`}</span>;
}
