import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useMemo } from "react";
import { findSensitiveWords, type SensitiveTopic } from "../../shared/domain/sensitive-words.ts";
import { LevelShape } from "../ui/level-mark.tsx";

/** A quiet word about what must not stand in a note; nothing is kept from being saved. */
export function SensitiveHint({ text }: { readonly text: string }) {
  const { t } = useLingui();
  const deferred = useDeferredValue(text);
  const found = useMemo(() => findSensitiveWords(deferred), [deferred]);
  const topics: Readonly<Record<SensitiveTopic, string>> = {
    health: t`la santé`,
    origin: t`l’origine`,
    opinions: t`les opinions`,
    family: t`la famille`,
  };
  const words = found.map(({ word }) => t`« ${word} »`).join(", ");
  const about = [...new Set(found.map(({ topic }) => topics[topic]))].join(", ");
  return (
    <div className="sensitive-hint" role="status">
      {found.length === 0 ? null : (
        <p>
          <LevelShape level="warn" />
          {t`${words} : cela touche peut-être ${about}. Une note parle du travail ; est-ce nécessaire ici ?`}
        </p>
      )}
    </div>
  );
}
