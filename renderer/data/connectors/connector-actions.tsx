import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ConnectorTrial, ConnectorView } from "../../../shared/contract/connector.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { showToast } from "../../ui/toast.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useTestConnector } from "./use-connectors.ts";
import { useFailureSentence } from "./use-failure-sentence.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";

/** What can be done with one connector. */
export function ConnectorActions(props: { readonly view: ConnectorView; readonly onEdit: () => void }) {
  const { view, onEdit } = props;
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const test = useTestConnector();
  const [open, setOpen] = useState<"none" | "webhook" | "remove">("none");
  const { id, name } = view.connector;
  const close = () => setOpen("none");
  return (
    <>
      <div className="connector-actions">
        {view.address === null ? null : (
          <Button
            variant="quiet"
            aria-label={t`Comment brancher ${name}`}
            onPress={() => setOpen("webhook")}
          >{t`Brancher…`}</Button>
        )}
        <Button
          variant="quiet"
          aria-label={t`Essayer ${name}`}
          isPending={test.isPending}
          onPress={() =>
            test.mutate(id, { onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }) })
          }
        >
          {t`Essayer`}
        </Button>
        <Button variant="quiet" aria-label={t`Modifier ${name}`} onPress={onEdit}>
          {t`Modifier…`}
        </Button>
        <Button variant="quiet" aria-label={t`Retirer ${name}`} onPress={() => setOpen("remove")}>
          {t`Retirer…`}
        </Button>
      </div>
      <div role="status" className="connector-note">
        {test.data === undefined ? null : <Trial trial={test.data} />}
      </div>
      {open === "webhook" && view.address !== null ? (
        <WebhookDialog name={name} address={view.address} onClose={close} />
      ) : null}
      {open === "remove" ? <RemoveDialog id={id} name={name} onClose={close} /> : null}
    </>
  );
}

function Trial({ trial }: { readonly trial: ConnectorTrial }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const failureOf = useFailureSentence();
  switch (trial.outcome) {
    case "silent":
      return <StateMark shape="half">{t`Rien n’est encore venu de ce système.`}</StateMark>;
    case "failed":
      return (
        <StateMark shape="triangle" tone="bad">
          {failureOf(trial.fault)}
        </StateMark>
      );
    case "heard": {
      const at = dateTime(trial.atMs, null);
      return (
        <StateMark shape="check" tone="good">
          {trial.people === null ? (
            t`A parlé pour la dernière fois le ${at}.`
          ) : (
            <Plural
              value={trial.people}
              one="Répond : # personne attendue ou en attente."
              other="Répond : # personnes attendues ou en attente."
            />
          )}
        </StateMark>
      );
    }
  }
}
