import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { Idea, Trial } from "../../../shared/domain/idea.ts";
import {
  directionOf,
  type IdeaEffect,
  leastDaysCompared,
  type Shift,
} from "../../../shared/domain/idea-effect.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { useFormat } from "../../ui/format.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Table } from "../../ui/table.tsx";
import { useNames } from "../use-names.ts";
import { EffectChart } from "./effect-chart.tsx";
import { useEffectFormat } from "./effect-format.ts";
import { useIdeaEffect } from "./use-ideas.ts";
import { useIdeaWords } from "./words.ts";

/** What the chosen figure did before and after an idea was first tried; never that the idea did it. */
export function IdeaEffectPart({ idea, trial }: { readonly idea: Idea; readonly trial: Trial }) {
  const { t } = useLingui();
  const { figures } = useIdeaWords();
  const names = useNames();
  const { date } = useFormat();
  const question = useIdeaEffect(idea);
  const start = date(Date.parse(`${trial.startDate}T12:00:00Z`), "UTC");
  const place = [
    trial.serviceId === null ? t`toutes les démarches` : names.service(trial.serviceId),
    ...(trial.siteId === null ? [] : [names.site(trial.siteId)]),
  ].join(" · ");
  return (
    <section className="detail-part" aria-labelledby="idea-effect">
      <h3 id="idea-effect">{t`Avant et après`}</h3>
      <p className="effect-question">{t`${figures[trial.figure]} · ${place} · essai depuis le ${start}`}</p>
      <Awaited
        question={question}
        failure={t`Les chiffres n’ont pas pu être lus.`}
        loading={<Skeleton rows={9} label={t`Les chiffres arrivent`} />}
      >
        {(effect) => (effect === null ? null : <KnownEffect effect={effect} />)}
      </Awaited>
    </section>
  );
}

function KnownEffect({ effect }: { readonly effect: IdeaEffect }) {
  const { t } = useLingui();
  const [isTable, setTable] = useState(false);
  return (
    <>
      {effect.shift === null ? (
        <TooEarly effect={effect} />
      ) : (
        <ShiftWords effect={effect} shift={effect.shift} />
      )}
      {effect.days.length === 0 ? null : (
        <>
          <ToggleButton className="effect-toggle" isSelected={isTable} onChange={setTable}>
            {t`Tableau`}
          </ToggleButton>
          {isTable ? <EffectTable effect={effect} /> : <EffectChart effect={effect} />}
        </>
      )}
      <p className="principle-reminder">
        {t`Avant/après, pas une preuve : autre chose a pu changer en même temps. Autant de lundis, de mardis… de chaque côté, au plus 28 jours ; les jours de moins de cinq personnes sont laissés de côté.`}
      </p>
    </>
  );
}

function TooEarly({ effect }: { readonly effect: IdeaEffect }) {
  const { t } = useLingui();
  return (
    <p>
      <StateMark shape="dash">{t`Trop tôt pour le dire`}</StateMark>{" "}
      <span className="number">
        <Plural
          value={effect.daysCompared}
          _0={`aucun jour comparable de chaque côté, il en faut ${leastDaysCompared}`}
          one={`# jour comparable de chaque côté, il en faut ${leastDaysCompared}`}
          other={`# jours comparables de chaque côté, il en faut ${leastDaysCompared}`}
        />
      </span>
    </p>
  );
}

function ShiftWords({ effect, shift }: { readonly effect: IdeaEffect; readonly shift: Shift }) {
  const { t } = useLingui();
  const { value, difference } = useEffectFormat(effect.figure);
  const direction = directionOf(shift);
  const words = {
    rose: t`Plus haut qu’avant`,
    fell: t`Plus bas qu’avant`,
    unclear: t`Pas d’écart net`,
  };
  const { medianBefore, medianAfter, daysCompared } = effect;
  const [before, after] = [medianBefore, medianAfter].map((median) =>
    median === null ? "–" : value(median),
  );
  const [moved, low, high] = [difference(shift.estimate), difference(shift.low), difference(shift.high)];
  return (
    <dl className="effect-figures">
      <div>
        <dt>{t`Écart, jour médian`}</dt>
        <dd>{moved}</dd>
        <dd className="effect-detail">{t`intervalle à 95 % : de ${low} à ${high}`}</dd>
      </div>
      <div>
        <dt>{t`Avant → après`}</dt>
        <dd>
          {before} → {after}
        </dd>
        <dd className="effect-detail">{t`n = ${daysCompared} jours de chaque côté`}</dd>
      </div>
      <div>
        <dt>{t`Ce qu’on voit`}</dt>
        <dd>
          <StateMark shape={direction === "unclear" ? "dash" : "diamond"}>{words[direction]}</StateMark>
        </dd>
      </div>
    </dl>
  );
}

function EffectTable({ effect }: { readonly effect: IdeaEffect }) {
  const { t } = useLingui();
  const { figures } = useIdeaWords();
  const { date } = useFormat();
  const { value } = useEffectFormat(effect.figure);
  return (
    <div className="effect-table">
      <Table
        label={t`Jours avant et après le début de l’essai`}
        rows={effect.days}
        keyOf={(day) => day.date}
        columns={[
          { id: "date", title: t`Jour`, render: (day) => date(Date.parse(`${day.date}T12:00:00Z`), "UTC") },
          {
            id: "side",
            title: t`Côté`,
            render: (day) => (day.side === "before" ? t`avant` : t`après`),
          },
          {
            id: "value",
            title: figures[effect.figure],
            isNumber: true,
            render: (day) => value(day.value),
          },
          { id: "compared", title: t`Comparé`, render: (day) => (day.isCompared ? t`oui` : t`non`) },
        ]}
      />
    </div>
  );
}
