import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { IntervalForeseen, ServiceOutlook } from "../../shared/domain/outlook.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { serviceKeyOf } from "../floor/floor-store.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFormat } from "../ui/format.ts";
import { LevelMark } from "../ui/level-mark.tsx";
import { Select } from "../ui/select.tsx";
import { Table } from "../ui/table.tsx";
import { countRange, shareRange } from "./band-words.ts";
import { useUntilWords } from "./use-until-words.ts";
import "./outlook-dialog.css";

export interface OutlookDialogProps {
  readonly services: readonly ServiceOutlook[];
  /** The service to begin with; the first one where undefined. */
  readonly first: ServiceOutlook | undefined;
  readonly onClose: () => void;
}

/** What the outlook is made of: interval by interval, who comes, who serves, and what follows. */
export function OutlookDialog({ services, first, onClose }: OutlookDialogProps) {
  const { t } = useLingui();
  const names = useFloor((floor) => floor.services);
  const [start] = first === undefined ? services : [first];
  const [key, setKey] = useState(start === undefined ? null : serviceKeyOf(start));
  const shown = services.find((one) => serviceKeyOf(one) === key);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Les deux prochaines heures`}
      lead={
        <Trans>Ce que donneraient les agents présents, les retours de pause et les renforts attendus.</Trans>
      }
      actions={
        <Button variant="primary" onPress={onClose}>
          <Trans>Fermer</Trans>
        </Button>
      }
    >
      <Select
        label={t`Démarche`}
        value={key}
        onChange={setKey}
        options={services.map((one) => ({
          id: serviceKeyOf(one),
          label: names.get(serviceKeyOf(one))?.name ?? one.serviceId,
        }))}
      />
      {shown === undefined ? null : <Intervals outlook={shown} />}
    </Dialog>
  );
}

function Intervals({ outlook }: { readonly outlook: ServiceOutlook }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(outlook.siteId);
  const target = format.percent(outlook.targetShare);
  const percentNumber = (share: number) => format.percentNumber(share);
  const isShort = ({ arrivals, serviceLevel }: IntervalForeseen) =>
    arrivals.expected >= 1 && serviceLevel.expected < outlook.targetShare;
  return (
    <>
      <div className="outlook-table">
        <Table
          label={t`Prévision par quart d’heure`}
          rows={outlook.intervals}
          keyOf={(interval) => String(interval.startMs)}
          columns={[
            {
              id: "time",
              title: t`De – à`,
              render: ({ startMs, endMs }) =>
                `${format.time(startMs, timeZone)} – ${format.time(endMs, timeZone)}`,
            },
            {
              id: "arrivals",
              title: t`Arrivées prévues`,
              isNumber: true,
              render: ({ arrivals }) => countRange(arrivals, format.number),
            },
            {
              id: "agents",
              title: t`Agents`,
              isNumber: true,
              render: ({ agents }) => format.number(Math.round(agents * 10) / 10),
            },
            {
              id: "level",
              title: t`Dans l’objectif`,
              isNumber: true,
              render: (interval) => (
                <LevelMark level={isShort(interval) ? "warn" : "ok"} word={t`sous l’objectif`}>
                  {format.percent(interval.serviceLevel.expected)}{" "}
                  <small>({shareRange(interval.serviceLevel, percentNumber)})</small>
                </LevelMark>
              ),
            },
            {
              id: "wait",
              title: t`Attente moyenne`,
              isNumber: true,
              render: ({ meanWaitSeconds }) =>
                meanWaitSeconds === null ? t`personne ne sert` : format.duration(meanWaitSeconds),
            },
            {
              id: "queue",
              title: t`File à la fin`,
              isNumber: true,
              render: ({ queueAtEnd }) => format.number(Math.round(queueAtEnd)),
            },
          ]}
        />
      </div>
      <Advised outlook={outlook} />
      <p className="outlook-basis">
        {outlook.basis === "profile" ? (
          <Trans>
            Arrivées : profil des mêmes jours des huit dernières semaines, corrigé par ce qui est venu
            aujourd’hui ; entre parenthèses, huit fois sur dix. Objectif : {target} servis à temps. Le temps
            de chaque agent est partagé entre ses démarches selon le travail, et compté une seule fois.
          </Trans>
        ) : (
          <Trans>
            Arrivées : rythme de la dernière heure, faute d’assez de jours passés ; entre parenthèses, huit
            fois sur dix. Objectif : {target} servis à temps. Le temps de chaque agent est partagé entre ses
            démarches selon le travail, et compté une seule fois.
          </Trans>
        )}
      </p>
    </>
  );
}

function Advised({ outlook }: { readonly outlook: ServiceOutlook }) {
  const untilWords = useUntilWords(outlook);
  if (outlook.advice === null) {
    return (
      <p>
        <Trans>L’objectif est tenu sans renfort.</Trans>
      </p>
    );
  }
  const { agents, untilMs, isEnough } = outlook.advice;
  const until = untilWords(untilMs);
  return (
    <p>
      <Trans>
        Conseillé : <Plural value={agents} one="# renfort" other="# renforts" /> jusqu’à {until}.
      </Trans>{" "}
      {isEnough ? (
        <Trans>C’est le plus petit nombre avec lequel chaque quart d’heure retrouve l’objectif.</Trans>
      ) : (
        <Trans>
          Même ainsi l’objectif n’est pas atteint partout : pensez aussi à réaffecter des dossiers.
        </Trans>
      )}
    </p>
  );
}
