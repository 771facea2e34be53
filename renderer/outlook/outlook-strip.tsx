import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { memo, useState } from "react";
import { CallDialog } from "../backup/call-dialog.tsx";
import { useSettings } from "../client/queries.ts";
import { useMay } from "../client/session.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { serviceKeyOf } from "../floor/floor-store.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { shareRange } from "./band-words.ts";
import { OutlookDialog } from "./outlook-dialog.tsx";
import { type AdvisedService, advisedServices, useOutlook } from "./use-outlook.ts";
import { useUntilWords } from "./use-until-words.ts";
import "./outlook-strip.css";

/** The two hours to come in one sentence, and the way to help. Always there, so that nothing jumps. */
export const OutlookStrip = memo(function OutlookStrip() {
  const { t } = useLingui();
  const siteId = useSettings().data?.siteId ?? null;
  const services = useOutlook(siteId).data?.services ?? [];
  const [isExplained, setIsExplained] = useState(false);
  const [isCalling, setIsCalling] = useState(false);
  const advised = advisedServices(services);
  const [first] = advised;
  const mayCall = useMay()("backup", "request");
  const isClosed = services.every(({ intervals }) => intervals.length === 0);
  return (
    <section
      className={`outlook-strip ${first === undefined ? "" : "outlook-needs"}`}
      aria-label={t`Les deux prochaines heures`}
    >
      <p className="number">
        {first !== undefined ? (
          <Advice outlook={first} others={advised.length - 1} />
        ) : services.length === 0 ? (
          <Trans>La prévision des deux prochaines heures apparaît dès que des dossiers sont connus.</Trans>
        ) : isClosed ? (
          <Trans>Fermé pour aujourd’hui : plus personne n’est attendu.</Trans>
        ) : (
          <Trans>Les deux prochaines heures tiennent dans l’objectif avec les agents présents.</Trans>
        )}
      </p>
      {first === undefined || !mayCall ? null : (
        <Button onPress={() => setIsCalling(true)}>
          <Trans>Voir qui peut venir</Trans>
        </Button>
      )}
      {isClosed ? null : (
        <button type="button" className="outlook-why" onClick={() => setIsExplained(true)}>
          {first === undefined ? <Trans>Voir la prévision</Trans> : <Trans>Pourquoi ?</Trans>}
        </button>
      )}
      {isExplained ? (
        <OutlookDialog services={services} first={first} onClose={() => setIsExplained(false)} />
      ) : null}
      {isCalling && first !== undefined ? (
        <CallDialog
          preset={{ serviceKey: serviceKeyOf(first), untilMs: first.advice.untilMs }}
          onClose={() => setIsCalling(false)}
        />
      ) : null}
    </section>
  );
});

function Advice({ outlook, others }: { readonly outlook: AdvisedService; readonly others: number }) {
  const format = useFormat();
  const timeZone = useTimeZone(outlook.siteId);
  const untilWords = useUntilWords(outlook);
  const name = useFloor((floor) => floor.services.get(serviceKeyOf(outlook))?.name ?? outlook.serviceId);
  const { agents, untilMs, worstAtMs, without, withBackup } = outlook.advice;
  const at = format.time(worstAtMs, timeZone);
  const until = untilWords(untilMs);
  const share = (value: number) => format.percentNumber(value);
  const [level, range] = [format.percent(without.expected), shareRange(without, share)];
  const [helpedLevel, helpedRange] = [format.percent(withBackup.expected), shareRange(withBackup, share)];
  return (
    <>
      <Trans>
        À {at}, sans renfort, <strong>{level}</strong> servis dans l’objectif : {name} ({range}).
      </Trans>{" "}
      <Trans>
        Avec <Plural value={agents} one="# renfort" other="# renforts" /> jusqu’à {until} :{" "}
        <strong>{helpedLevel}</strong> ({helpedRange}).
      </Trans>
      {others === 0 ? null : (
        <>
          {" "}
          <Plural
            value={others}
            one="# autre démarche est concernée."
            other="# autres démarches sont concernées."
          />
        </>
      )}
    </>
  );
}
