import { Plural, useLingui } from "@lingui/react/macro";
import type { ReplySummary } from "../../../shared/contract/reply.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Entry, EntryList } from "../../ui/entry-list.tsx";
import { useFormat } from "../../ui/format.ts";
import { Tag } from "../../ui/tag.tsx";
import { useServiceName } from "./words.ts";

/** The replies that were found, newest first. */
export function ReplyList(props: {
  readonly replies: readonly ReplySummary[];
  readonly total: number;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}) {
  const { t } = useLingui();
  const { replies, total, selected, onSelect } = props;
  return (
    <>
      <p className="entry-count number" role="status">
        {total > replies.length ? (
          t`${replies.length} réponses les plus récentes sur ${total}`
        ) : (
          <Plural value={total} _0="Aucune réponse" one="# réponse" other="# réponses" />
        )}
      </p>
      <EntryList label={t`Réponses envoyées`} selectedId={selected} onSelect={onSelect} items={replies}>
        {(reply) => <ReplyItem reply={reply} />}
      </EntryList>
    </>
  );
}

function ReplyItem({ reply }: { readonly reply: ReplySummary }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime, percent } = useFormat();
  const serviceName = useServiceName();
  const service = serviceName(reply.serviceId);
  const share = reply.personalShare === null ? "–" : percent(reply.personalShare);
  return (
    <Entry id={reply.id} text={`${service}. ${reply.excerpt}`}>
      <span className="entry-line">
        <strong>{service}</strong>
        <small className="number">{t`${share} personnel`}</small>
      </span>
      <span className="entry-excerpt">{reply.excerpt}</span>
      <span className="entry-line">
        <small className="number">{dateTime(reply.atMs, timeZone)}</small>
        {reply.toReword ? <Tag>{t`À reformuler`}</Tag> : null}
      </span>
    </Entry>
  );
}
