import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { Reject } from "../../shared/domain/reject.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { ChevronDown } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useRejectReason } from "./use-reject-reason.ts";
import "./reject-list.css";

/** So many are listed at once, the newest first. */
const shownRejects = 100;

/** What could not be taken in, each with its reason and as it came. */
export function RejectList() {
  const { t } = useLingui();
  const client = useClient();
  const answer = useQuery({
    queryKey: queryKey("reject", shownRejects),
    queryFn: () => client.feed.rejects({ limit: shownRejects }),
  }).data;
  const shown = answer?.rejects.length ?? 0;
  return (
    <Panel
      title={t`Rejets`}
      detail={t`ce qui n’a pas été compris est gardé ici`}
      actions={
        answer === undefined || answer.total === 0 ? null : (
          <small className="number">
            {answer.total > shown ? (
              t`les ${shown} plus récents sur ${answer.total}`
            ) : (
              <Plural value={answer.total} one="# rejet" other="# rejets" />
            )}
          </small>
        )
      }
    >
      {answer === undefined ? (
        <Skeleton rows={3} label={t`Les rejets arrivent`} />
      ) : answer.total === 0 ? (
        <p className="data-body">{t`Rien n’a été rejeté : tout ce qui est arrivé a été compris.`}</p>
      ) : (
        <ol className="reject-list" aria-label={t`Rejets`}>
          {answer.rejects.map((reject) => (
            <RejectItem key={reject.id} reject={reject} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function RejectItem({ reject }: { readonly reject: Reject }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const reason = useRejectReason()(reject.fault);
  const { feed, line } = reject;
  return (
    <li>
      <Disclosure>
        <Heading level={3}>
          <Button slot="trigger" className="reject-button">
            <ChevronDown />
            <span className="number reject-when">{dateTime(reject.receivedAtMs, timeZone)}</span>
            <span className="reject-feed">{line === null ? feed : t`${feed}, ligne ${line}`}</span>
            <span className="reject-reason">{reason}</span>
          </Button>
        </Heading>
        <DisclosurePanel>
          <div className="reject-detail">
            <p lang="en">{reject.fault.message}</p>
            <pre translate="no">{reject.raw}</pre>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
