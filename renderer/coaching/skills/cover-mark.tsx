import { Plural, useLingui } from "@lingui/react/macro";
import type { ServiceCover } from "../../../shared/domain/skill-matrix.ts";
import { StateMark } from "../../ui/state-mark.tsx";

/** How many can serve a service alone, and whose skill ends soon. */
export function CoverMark({ cover }: { readonly cover: ServiceCover | undefined }) {
  const { t } = useLingui();
  if (cover === undefined) return null;
  const { ableCount, expiringCount } = cover;
  return (
    <span className="matrix-cover">
      {ableCount === 0 ? (
        <StateMark shape="triangle" tone="bad">{t`personne`}</StateMark>
      ) : ableCount === 1 ? (
        <StateMark shape="diamond" tone="warn">{t`une seule personne`}</StateMark>
      ) : (
        <StateMark shape="disc">
          <Plural value={ableCount} one="# autonome" other="# autonomes" />
        </StateMark>
      )}
      {expiringCount === 0 ? null : (
        <small className="matrix-soon">
          <Plural value={expiringCount} one="# expire sous 60 jours" other="# expirent sous 60 jours" />
        </small>
      )}
    </span>
  );
}
