import { Plural, useLingui } from "@lingui/react/macro";
import { type Key, ListBox, ListBoxItem } from "react-aria-components";
import type { ReplySummary } from "../../../shared/contract/reply.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
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
  function choose(keys: "all" | Set<Key>) {
    const [key] = keys === "all" ? [] : keys;
    if (key !== undefined) onSelect(String(key));
  }
  return (
    <>
      <p className="reply-count number" role="status">
        {total > replies.length ? (
          t`${replies.length} réponses les plus récentes sur ${total}`
        ) : (
          <Plural value={total} _0="Aucune réponse" one="# réponse" other="# réponses" />
        )}
      </p>
      <ListBox
        aria-label={t`Réponses envoyées`}
        className="reply-list"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={choose}
        items={replies}
      >
        {(reply) => <ReplyItem reply={reply} />}
      </ListBox>
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
    <ListBoxItem id={reply.id} textValue={`${service}. ${reply.excerpt}`} className="reply-item">
      <span className="reply-item-head">
        <strong>{service}</strong>
        <small className="number">{t`${share} personnel`}</small>
      </span>
      <span className="reply-excerpt">{reply.excerpt}</span>
      <span className="reply-item-foot">
        <small className="number">{dateTime(reply.atMs, timeZone)}</small>
        {reply.toReword ? <Tag>{t`À reformuler`}</Tag> : null}
      </span>
    </ListBoxItem>
  );
}
