import { Trans, useLingui } from "@lingui/react/macro";
import { useSettings } from "../client/queries.ts";
import { Unread } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { HistoryRow } from "./history-row.tsx";
import { useHistory } from "./use-history.ts";
import "./history.css";

/** What was done on the floor in the last 24 hours: what was foreseen, what came of it, and taking it back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const siteId = useSettings().data?.siteId ?? null;
  const history = useHistory(siteId);
  const entries = history.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Historique des actions`}
      lead={
        <Trans>
          Les dernières 24 heures : ce qui a été fait, l’effet prévu alors, et ce qui s’est passé.
        </Trans>
      }
      actions={
        <Button variant="primary" onPress={onClose}>
          <Trans>Fermer</Trans>
        </Button>
      }
    >
      {entries === undefined ? (
        <Unread
          question={history}
          rows={4}
          label={t`L’historique se charge`}
          failure={t`L’historique n’a pas pu être lu.`}
        />
      ) : entries.length === 0 ? (
        <EmptyState title={t`Rien n’a encore été fait`}>
          {t`Une réaffectation, un appel en renfort ou un déplacement d’agent apparaît ici, avec son effet.`}
        </EmptyState>
      ) : (
        <ul className="history-list">
          {entries.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
