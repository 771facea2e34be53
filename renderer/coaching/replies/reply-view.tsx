import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { ReplyDetail } from "../../../shared/contract/reply.ts";
import { useMay } from "../../client/session.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { useFormat } from "../../ui/format.ts";
import { Tag } from "../../ui/tag.tsx";
import { useAgentName } from "../use-notes.ts";
import { PassageList } from "./passage-list.tsx";
import { ReplyText } from "./reply-text.tsx";
import { useAddressingName, useLanguageName, useServiceName } from "./words.ts";

/** One reply: how personal it is, where its words stand as well, and what could be said otherwise. */
export function ReplyView({ reply }: { readonly reply: ReplyDetail }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime, percent } = useFormat();
  const agentName = useAgentName();
  const serviceName = useServiceName();
  const addressingName = useAddressingName();
  const languageName = useLanguageName();
  const mayWrite = useMay()("note", "create");
  const { analysis } = reply;
  const own = analysis.wordCount - analysis.standingWordCount;
  const words = analysis.wordCount;
  const referenceTexts = analysis.references.map(({ start, end }) => reply.text.slice(start, end));
  return (
    <article className="reply" aria-labelledby="reply-title">
      <div className="reply-head">
        <div>
          <h2 id="reply-title">{serviceName(reply.serviceId)}</h2>
          <p className="reply-labels number">
            {[
              dateTime(reply.atMs, timeZone),
              ...(reply.agentId === null ? [] : [agentName(reply.agentId)]),
            ].join(" · ")}
          </p>
        </div>
        <Tag>{languageName(analysis.language)}</Tag>
        {reply.agentId === null || !mayWrite ? null : (
          <Link className="reply-note-link" to={`/coaching?reply=${encodeURIComponent(reply.id)}`}>
            {t`Écrire une note`}
          </Link>
        )}
      </div>
      <dl className="reply-facts">
        <div>
          <dt>{t`Part personnelle`}</dt>
          <dd className="number">
            {analysis.personalShare === null ? "–" : percent(analysis.personalShare)}
            <small>
              <Trans>
                {own} mots sur {words}
              </Trans>
            </small>
          </dd>
        </div>
        <div>
          <dt>{t`À qui elle s’adresse`}</dt>
          <dd>{addressingName(analysis.addressing)}</dd>
        </div>
        <div>
          <dt>{t`Ce qui parle du dossier`}</dt>
          <dd>
            {referenceTexts.length === 0 ? (
              t`Rien`
            ) : (
              <>
                <Plural value={referenceTexts.length} one="# repère" other="# repères" />
                <small>{[...new Set(referenceTexts)].slice(0, 4).join(" · ")}</small>
              </>
            )}
          </dd>
        </div>
      </dl>
      <ReplyText reply={reply} />
      <PassageList reply={reply} />
    </article>
  );
}
