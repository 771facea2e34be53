import { useLingui } from "@lingui/react/macro";
import type { CoachingSessionState } from "../../../shared/domain/coaching-session.ts";
import { StateMark } from "../../ui/state-mark.tsx";

/** Planned, held or cancelled. */
export function SessionMark({ state }: { readonly state: CoachingSessionState }) {
  const { t } = useLingui();
  switch (state) {
    case "planned":
      return <StateMark shape="ring" tone="accent">{t`Prévue`}</StateMark>;
    case "held":
      return <StateMark shape="check" tone="good">{t`Tenue`}</StateMark>;
    case "cancelled":
      return <StateMark shape="cross">{t`Annulée`}</StateMark>;
  }
}
