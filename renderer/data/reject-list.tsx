import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Disclosure, DisclosurePanel, Heading, Button as TriggerButton } from "react-aria-components";
import type { Reject } from "../../shared/domain/reject.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey } from "../client/queries.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Unread } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { ChevronDown } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { showToast } from "../ui/toast.tsx";
import { RejectEditor } from "./reject-editor.tsx";
import { isSaidInFull, useRejectReason } from "./use-reject-reason.ts";
import "./reject-list.css";

/** So many are listed at once: the newest first, or those of one import by line. */
const shownRejects = 100;

export interface RejectListProps {
  /** Lists those of one import only. */
  readonly jobId?: string;
}

/** What could not be taken in, each with its reason, and a form to mend it and try it again. */
export function RejectList({ jobId }: RejectListProps) {
  const { t } = useLingui();
  const client = useClient();
  const question = useQuery({
    queryKey: queryKey("reject", jobId ?? null, shownRejects),
    queryFn: () => client.import.rejects({ jobId: jobId ?? null, limit: shownRejects }),
  });
  const answer = question.data;
  const shown = answer?.rejects.length ?? 0;
  return (
    <Panel
      title={t`Rejets`}
      detail={t`ce qui n’a pas été compris est gardé ici`}
      actions={
        answer === undefined || answer.total === 0 ? null : (
          <>
            <small className="number">
              {answer.total > shown ? (
                t`les ${shown} plus récents sur ${answer.total}`
              ) : (
                <Plural value={answer.total} one="# rejet" other="# rejets" />
              )}
            </small>
            <ReplayAll jobId={jobId ?? null} />
          </>
        )
      }
    >
      {answer === undefined ? (
        <Unread
          question={question}
          rows={3}
          label={t`Les rejets arrivent`}
          failure={t`Les rejets n’ont pas pu être lus. Ils restent gardés.`}
        />
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

/** Tries all of them again as they are, for instance once what they contradicted has been put right. */
function ReplayAll({ jobId }: { readonly jobId: string | null }) {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const replay = useMutation({
    mutationFn: () => client.import.replay({ jobId }),
    onSuccess: ({ mended, stillRejected }) =>
      showToast({ title: t`Rejoués : ${mended} compris, ${stillRejected} encore rejetés.` }),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  return (
    <Button isPending={replay.isPending} onPress={() => replay.mutate()}>
      {t`Tout rejouer`}
    </Button>
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
          <TriggerButton slot="trigger" className="reject-button">
            <ChevronDown />
            <span className="number reject-when">{dateTime(reject.receivedAtMs, timeZone)}</span>
            <span className="reject-feed">{line === null ? feed : t`${feed}, ligne ${line}`}</span>
            <span className="reject-reason">{reason}</span>
          </TriggerButton>
        </Heading>
        <DisclosurePanel>
          <div className="reject-detail">
            {isSaidInFull(reject.fault) ? null : <p lang="en">{reject.fault.message}</p>}
            <RejectEditor key={reject.raw} reject={reject} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
