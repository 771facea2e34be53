import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { longestParagraph, type Report, type ReportParagraph } from "../../shared/domain/report.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { TextAreaField } from "../ui/text-field.tsx";
import { useKeepParagraph } from "./use-report.ts";

/** What the manager says about the period; kept with who wrote it and when. */
export function Paragraph({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const [isEdited, setEdited] = useState(false);
  const { paragraph } = report;
  const isWritten = paragraph !== null && paragraph.text !== "";
  return (
    <section
      className={isWritten ? "report-words" : "report-words report-words-empty"}
      aria-labelledby="report-words"
    >
      <div className="report-words-head">
        <h3 id="report-words">{t`Ce qu’il faut retenir`}</h3>
        {isEdited ? null : (
          <Button variant="quiet" onPress={() => setEdited(true)}>
            {isWritten ? t`Modifier` : t`Écrire`}
          </Button>
        )}
      </div>
      {isEdited ? (
        <ParagraphForm report={report} onDone={() => setEdited(false)} />
      ) : isWritten ? (
        <WrittenWords paragraph={paragraph} timeZone={report.timeZone} />
      ) : (
        <p className="report-unmeasured">
          {t`Rien n’est écrit pour cette période ; ce cadre ne s’imprime pas tant qu’il est vide.`}
        </p>
      )}
    </section>
  );
}

function WrittenWords(props: { readonly paragraph: ReportParagraph; readonly timeZone: string }) {
  const format = useFormat();
  const { text, author, atMs } = props.paragraph;
  const when = format.dateTime(atMs, props.timeZone);
  return (
    <>
      <p className="report-text">{text}</p>
      <p className="report-author number">
        <Trans>
          {author}, le {when}
        </Trans>
      </p>
    </>
  );
}

function ParagraphForm({ report, onDone }: { readonly report: Report; readonly onDone: () => void }) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const keep = useKeepParagraph();
  const { siteId, period, firstDate, paragraph } = report;
  const [text, setText] = useState(paragraph?.text ?? "");
  const [revision] = useState(paragraph?.revision ?? 0);
  return (
    <form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ siteId, period, firstDate, text, revision }, { onSuccess: onDone });
      }}
    >
      <TextAreaField
        label={t`Paragraphe de cette période`}
        hint={t`Lu par tous ceux qui reçoivent le rapport : pas de nom d’usager, pas de classement d’agents.`}
        rows={6}
        autoFocus
        value={text}
        onChange={setText}
        maxLength={longestParagraph}
      />
      {keep.error === null ? null : (
        <p className="field-error" role="alert">
          {sentenceOf(keep.error)}
        </p>
      )}
      <div className="report-form-actions">
        <Button onPress={onDone}>{t`Renoncer`}</Button>
        <Button type="submit" variant="primary" isPending={keep.isPending}>
          {t`Enregistrer`}
        </Button>
      </div>
    </form>
  );
}
