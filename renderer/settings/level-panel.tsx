import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Radio, RadioGroup } from "react-aria-components";
import {
  defaultLevelVariant,
  type LevelCounts,
  type LevelVariant,
  levelVariants,
  serviceLevel,
} from "../../shared/domain/service-level.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useChangeSettings, useSettings } from "../client/queries.ts";
import { Panel } from "../ui/panel.tsx";
import { showToast } from "../ui/toast.tsx";
import { levelFormulas } from "./level-words.ts";
import "./level-panel.css";

/** The same day for every variant: what each makes of those who gave up. */
const example: LevelCounts = {
  levelServed: 1_000,
  levelAbandoned: 60,
  servedInTarget: 860,
  abandonedInTarget: 20,
  abandonedLate: 50,
};

const names: Record<LevelVariant, MessageDescriptor> = {
  late_abandons_missed: msg`Abandons courts ignorés`,
  all_abandons_missed: msg`Tout abandon est un échec`,
  answered_only: msg`Servis seulement`,
  early_abandons_kept: msg`Partir dans l’objectif n’est pas un échec`,
};

/** Which of the four usual service levels the house goes by. */
export function LevelPanel() {
  const { t, i18n } = useLingui();
  const chosen = useSettings().data?.levelVariant;
  const { mutate } = useChangeSettings();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  if (chosen === undefined) return null;
  const percent = new Intl.NumberFormat(i18n.locale === "en" ? "en-GB" : "fr-FR", {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

  function choose(value: string) {
    mutate(
      { levelVariant: levelVariants.find((one) => one === value) ?? defaultLevelVariant },
      {
        // Every level on every screen is another one now.
        onSuccess: () => cache.invalidateQueries(),
        onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
      },
    );
  }

  return (
    <Panel
      title={t`Niveau de service`}
      detail={t`la formule de toute la maison, passé compris ; chaque export la nomme`}
      className="settings-wide"
    >
      <RadioGroup
        className="level-variants"
        aria-label={t`Niveau de service`}
        value={chosen}
        onChange={choose}
      >
        {levelVariants.map((variant) => (
          <Radio key={variant} value={variant} className="level-variant">
            <span className="level-variant-mark" aria-hidden="true" />
            <span className="level-variant-words">
              <strong>{t(names[variant])}</strong>
              <small>{t(levelFormulas[variant])}</small>
            </span>
            <span className="number">{percent.format(serviceLevel(example, variant).serviceLevel ?? 0)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <p className="level-example">
        {t`À droite, le même jour : 1 000 servis, dont 860 dans l’objectif ; 60 partis, dont 20 dans l’objectif et 10 d’entre eux aussitôt.`}
      </p>
    </Panel>
  );
}
