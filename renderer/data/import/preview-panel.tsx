import { Plural, useLingui } from "@lingui/react/macro";
import type { ImportPreview } from "../../../shared/contract/import.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { isSaidInFull, useRejectReason } from "../use-reject-reason.ts";
import { localDate, localTime, useEventWord } from "./event-words.ts";
import { FaultDetail } from "./fault-detail.tsx";
import type { ImportWizard } from "./use-import-wizard.ts";
import type { usePreview } from "./use-preview.ts";
import "./preview.css";

const shownRows = 8;

/** What the first rows become, as the mapping stands now. */
export function PreviewPanel({
  wizard,
  preview,
}: {
  readonly wizard: ImportWizard;
  readonly preview: ReturnType<typeof usePreview>;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (
    <Panel title={t`Ce que deviennent les premières lignes`}>
      {wizard.mapping === null ? (
        <Missing wizard={wizard} />
      ) : preview.error !== null ? (
        <div className="data-body" role="alert">
          <p className="field-error">{sentenceOf(preview.error)}</p>
          <FaultDetail error={preview.error} />
        </div>
      ) : preview.data === undefined ? (
        <Skeleton rows={4} label={t`L’aperçu arrive`} />
      ) : (
        <PreviewRows preview={preview.data} />
      )}
    </Panel>
  );
}

function Missing({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const [gap] = wizard.gaps;
  const sentence =
    wizard.text !== null
      ? t`Ce texte n’est pas du JSON : une virgule, un guillemet ou une accolade manque.`
      : gap === "arrival"
        ? t`Choisissez la colonne du jour et de l’heure d’arrivée.`
        : gap === "arrival_day"
          ? t`Choisissez la colonne du jour d’arrivée : une heure seule ne suffit pas.`
          : t`Choisissez au moins une colonne qui distingue deux dossiers.`;
  return (
    <p className="data-body">
      <StateMark shape="triangle" tone="warn">
        {sentence}
      </StateMark>
    </p>
  );
}

function PreviewRows({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { counts } = preview;
  return (
    <>
      <p className="preview-counts" role="status">
        <StateMark shape="check" tone="good">
          <Plural value={counts.events} one="# ligne comprise" other="# lignes comprises" />
        </StateMark>
        {counts.ignored === 0 ? null : (
          <StateMark shape="dash">
            <Plural value={counts.ignored} one="# laissée de côté" other="# laissées de côté" />
          </StateMark>
        )}
        {counts.rejected === 0 ? null : (
          <StateMark shape="triangle" tone="warn">
            <Plural value={counts.rejected} one="# rejetée" other="# rejetées" />
          </StateMark>
        )}
        <small className="number">{t`sur les ${number(counts.rows)} premières`}</small>
      </p>
      <ol className="preview-rows">
        {preview.rows.slice(0, shownRows).map((row) => (
          <li key={row.line}>
            <small className="number">{t`ligne ${row.line}`}</small>
            <PreviewedResult result={row.result} />
          </li>
        ))}
      </ol>
    </>
  );
}

function PreviewedResult({ result }: { readonly result: ImportPreview["rows"][number]["result"] }) {
  const { t } = useLingui();
  const wordOf = useEventWord();
  const reasonOf = useRejectReason();
  if (result.kind === "ignored") return <StateMark shape="dash">{t`laissée de côté`}</StateMark>;
  if (result.kind === "rejected") {
    return (
      <span className="preview-reject">
        <StateMark shape="triangle" tone="warn">
          {reasonOf(result.fault)}
        </StateMark>
        {isSaidInFull(result.fault) ? null : <small lang="en">{result.fault.message}</small>}
      </span>
    );
  }
  const [first] = result.events;
  const { ticket, service } = (first?.data ?? {}) as { ticket?: unknown; service?: unknown };
  return (
    <span className="preview-events">
      <strong translate="no">{String(ticket ?? service ?? first?.subject ?? "")}</strong>
      <small className="number">{localDate(first?.time ?? "")}</small>
      {result.events.map((event, index) => (
        <span key={`${event.type}-${index + 1}`} className="preview-event">
          {wordOf(event)} <span className="number">{localTime(event.time)}</span>
        </span>
      ))}
      {service === undefined || ticket === undefined ? null : (
        <small className="preview-service">{String(service)}</small>
      )}
    </span>
  );
}
