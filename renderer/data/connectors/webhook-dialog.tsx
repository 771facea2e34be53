import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";
import { Button } from "../../ui/button.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Dialog } from "../../ui/dialog.tsx";

const hidden = "••••••••••••••••";

/** What to enter in Novo SGA: the address of its webhook, and the header with the token. */
export function WebhookDialog(props: {
  readonly name: string;
  readonly address: string;
  readonly onClose: () => void;
}) {
  const { name, address, onClose } = props;
  const { t } = useLingui();
  const client = useClient();
  const [isShown, setShown] = useState(false);
  const access = useQuery({ queryKey: queryKey("feed", "http"), queryFn: () => client.feed.http() }).data;
  const copy = {
    copyLabel: t`Copier`,
    copiedLabel: t`Copié`,
    refusedLabel: t`Le presse-papiers est refusé ; la ligne est sélectionnée, copiez-la avec Ctrl C.`,
  };
  return (
    <Dialog
      title={t`Brancher ${name}`}
      lead={t`Dans Novo SGA : Administration, Webhooks, un nouveau webhook avec tous les événements « ticket ».`}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t`Fermer`}
        </Button>
      }
    >
      <div className="connector-form">
        <CopyLine {...copy} label={t`Adresse du webhook`} text={address} />
        {access === undefined || access === null ? null : (
          <CopyLine
            {...copy}
            label={t`En-tête Authorization`}
            text={`Bearer ${access.token}`}
            shown={`Bearer ${isShown ? access.token : hidden}`}
          >
            <Button onPress={() => setShown(!isShown)} aria-pressed={isShown}>
              {isShown ? t`Masquer` : t`Montrer`}
            </Button>
          </CopyLine>
        )}
        <p>
          {t`L’adresse n’existe que sur cette machine. Si Novo SGA tourne ailleurs, ouvrez depuis ici un tunnel vers son serveur : ssh -R, avec le même port.`}
        </p>
      </div>
    </Dialog>
  );
}
