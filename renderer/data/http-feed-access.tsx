import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey } from "../client/queries.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { Unread } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { showToast } from "../ui/toast.tsx";
import { curlLine } from "./curl-line.ts";
import "./http-feed-access.css";

const httpKey = queryKey("feed", "http");
const hidden = "••••••••••••••••";

/** Where events are posted, with which token, and a line to try it. */
export function HttpFeedAccess({ canRenew }: { readonly canRenew: boolean }) {
  const { t } = useLingui();
  const client = useClient();
  const [isShown, setShown] = useState(false);
  // The line keeps its event until the page is opened again: pasted twice, it adds nothing.
  const [madeAtMs] = useState(serverNowMs);
  const question = useQuery({ queryKey: httpKey, queryFn: () => client.feed.http() });
  const access = question.data;
  if (access === undefined) {
    return (
      <Unread
        question={question}
        rows={3}
        label={t`L’adresse du flux arrive`}
        failure={t`L’adresse du flux n’a pas pu être lue.`}
      />
    );
  }
  if (access === null) {
    return (
      <EmptyState title={t`Le flux HTTP ne tourne pas.`}>
        {t`Relancez la console ; si son port est pris, choisissez-en un autre avec --port.`}
      </EmptyState>
    );
  }
  const copy = {
    copyLabel: t`Copier`,
    copiedLabel: t`Copié`,
    refusedLabel: t`Le presse-papiers est refusé ; la ligne est sélectionnée, copiez-la avec Ctrl C.`,
  };
  const shown = { ...access, token: isShown ? access.token : hidden };
  return (
    <div className="http-feed">
      <CopyLine {...copy} label={t`Adresse`} text={access.url} />
      <CopyLine
        {...copy}
        label={t`Jeton (il ne permet que d’écrire des événements)`}
        text={access.token}
        shown={shown.token}
      >
        <Button onPress={() => setShown(!isShown)} aria-pressed={isShown}>
          {isShown ? t`Masquer` : t`Montrer`}
        </Button>
        {canRenew ? <RenewToken /> : null}
      </CopyLine>
      <CopyLine
        {...copy}
        label={t`Essayer depuis un terminal : une arrivée au guichet`}
        text={curlLine(access, madeAtMs)}
        shown={curlLine(shown, madeAtMs)}
      />
    </div>
  );
}

function RenewToken() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const [asks, setAsks] = useState(false);
  const renewal = useMutation({
    mutationFn: () => client.feed.renewToken(),
    onSuccess: (access) => {
      cache.setQueryData(httpKey, access);
      showToast({ title: t`Nouveau jeton en place. L’ancien ne fonctionne plus.` });
    },
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
    onSettled: () => setAsks(false),
  });
  return (
    <>
      <Button onPress={() => setAsks(true)}>{t`Renouveler…`}</Button>
      <Dialog
        title={t`Renouveler le jeton ?`}
        isOpen={asks}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setAsks(false)}>
              {t`Garder l’actuel`}
            </Button>
            <Button variant="primary" isPending={renewal.isPending} onPress={() => renewal.mutate()}>
              {t`Renouveler`}
            </Button>
          </>
        }
      >
        <p>
          {t`L’ancien jeton cesse aussitôt de fonctionner : les flux qui s’en servent seront refusés jusqu’à ce que vous leur donniez le nouveau. Les événements déjà reçus restent.`}
        </p>
      </Dialog>
    </>
  );
}
