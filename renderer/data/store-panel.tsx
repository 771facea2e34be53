import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useConsoleStatus } from "../client/queries.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { StateMark } from "../ui/state-mark.tsx";

/** Where the data are, whether they are sound, and a copy of them. */
export function StorePanel() {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const status = useConsoleStatus().data;
  const check = useMutation({ mutationFn: () => client.console.check() });
  const backup = useMutation({ mutationFn: () => client.console.backup() });
  const error = check.error ?? backup.error;
  return (
    <Panel
      title={t`Base`}
      actions={
        status === undefined ? null : status.storeFault === null ? (
          <StateMark shape="disc" tone="good">{t`Écriture possible`}</StateMark>
        ) : (
          <StateMark shape="triangle" tone="bad">{t`Écriture impossible`}</StateMark>
        )
      }
    >
      <div className="data-body">
        <p>
          <small>{t`Emplacement`}</small>
          <span className="data-path">{status?.location ?? ""}</span>
        </p>
        <div className="data-actions">
          <Button isPending={backup.isPending} onPress={() => backup.mutate()}>
            {t`Sauvegarder maintenant`}
          </Button>
          <Button isPending={check.isPending} onPress={() => check.mutate()}>
            {t`Vérifier`}
          </Button>
        </div>
        <div role="status" className="data-outcome">
          {backup.data === undefined ? null : <BackupOutcome {...backup.data} />}
          {check.data === undefined ? null : <CheckOutcome {...check.data} />}
        </div>
        {error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(error)}
          </p>
        )}
      </div>
    </Panel>
  );
}

function BackupOutcome({ path, bytes }: { readonly path: string; readonly bytes: number }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const megabytes = number(Math.ceil(bytes / 100_000) / 10);
  return (
    <div>
      <StateMark shape="check" tone="good">{t`Copie vérifiée, ${megabytes} Mo`}</StateMark>
      <span className="data-path">{path}</span>
    </div>
  );
}

function CheckOutcome(props: {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly events: number;
  readonly cases: number;
  readonly rejects: number;
}) {
  const { t } = useLingui();
  return (
    <div>
      {props.ok ? (
        <StateMark shape="check" tone="good">{t`Base saine`}</StateMark>
      ) : (
        <StateMark shape="triangle" tone="bad">
          {t`Base abîmée : gardez une copie du fichier, puis restaurez une sauvegarde.`}
        </StateMark>
      )}
      <ul>
        {props.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <small className="number">
        <Plural value={props.events} one="# événement" other="# événements" /> ·{" "}
        <Plural value={props.cases} one="# dossier" other="# dossiers" /> ·{" "}
        <Plural value={props.rejects} one="# rejet" other="# rejets" />
      </small>
    </div>
  );
}
