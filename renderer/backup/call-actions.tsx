import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BackupCall } from "../../shared/domain/backup.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey } from "../client/queries.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { showToast } from "../ui/toast.tsx";

type Step = "accept" | "decline" | "arrive" | "release";

export interface CallActionsProps {
  readonly call: BackupCall;
  /** Whose answer it is; names the buttons for those who hear them one by one. */
  readonly name: string;
  readonly travelMinutes: number | null;
}

/** The steps that may follow: an answer given by phone, the arrival, the release. Nothing for who only looks on. */
export function CallActions(props: CallActionsProps) {
  return useMay()("backup", "accept") ? <NextSteps {...props} /> : null;
}

function NextSteps({ call, name, travelMinutes }: CallActionsProps) {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentence = useFaultSentence();
  const take = useMutation({
    mutationFn: (step: Step) => {
      const callId = call.id;
      switch (step) {
        case "accept":
          return client.backup.accept({
            callId,
            arrivesAtMs: travelMinutes === null ? null : serverNowMs() + travelMinutes * 60_000,
          });
        case "decline":
          return client.backup.decline({ callId, reason: null });
        case "arrive":
          return client.backup.arrive({ callId });
        case "release":
          return client.backup.release({ callId });
      }
    },
    onError: (error) =>
      showToast({ title: t`L’appel n’a pas changé`, level: "bad", detail: sentence(error) }),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKey("backup") }),
  });
  const isAsked = call.state === "requested";
  return (
    <div className="call-actions">
      {isAsked || call.state === "expired" ? (
        <Button variant="soft" aria-label={t`${name} a accepté`} onPress={() => take.mutate("accept")}>
          <Trans>A accepté</Trans>
        </Button>
      ) : null}
      {isAsked ? (
        <Button aria-label={t`${name} a décliné`} onPress={() => take.mutate("decline")}>
          <Trans>A décliné</Trans>
        </Button>
      ) : null}
      {call.state === "accepted" ? (
        <Button variant="soft" aria-label={t`${name} est sur place`} onPress={() => take.mutate("arrive")}>
          <Trans>Est arrivé</Trans>
        </Button>
      ) : null}
      {call.state === "accepted" || call.state === "arrived" ? (
        <Button aria-label={t`Libérer ${name}`} onPress={() => take.mutate("release")}>
          <Trans>Libérer</Trans>
        </Button>
      ) : null}
    </div>
  );
}
