import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMayOpen } from "../../shell/screen-access.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { FeedbackPeriod } from "./use-feedback.ts";

/** Nobody answered: where answers come from, or the way to a longer time. */
export function NothingFelt(props: { readonly period: FeedbackPeriod; readonly onWiden: () => void }) {
  const { t } = useLingui();
  const mayOpenData = useMayOpen()("/data");
  const widen =
    props.period === "year" ? null : (
      <Button onPress={props.onWiden}>{t`Regarder les 12 derniers mois`}</Button>
    );
  return (
    <Panel title={t`Ressenti`}>
      <EmptyState
        title={t`Aucune réponse sur la période.`}
        action={
          <span className="feedback-next">
            {mayOpenData ? (
              <Link to="/data" className="button button-soft">
                {t`Brancher une source dans Données`}
              </Link>
            ) : null}
            {widen}
          </span>
        }
      >
        {t`Une borne, un questionnaire ou un import envoie les réponses. Dès cinq réponses, ce qu’elles disent se montre ici, par mois et par démarche.`}
      </EmptyState>
    </Panel>
  );
}
