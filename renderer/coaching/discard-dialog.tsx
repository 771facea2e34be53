import { useLingui } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Asks before something that was typed is thrown away. */
export function DiscardDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useLingui();
  return (
    <Dialog
      title={t`Abandonner ce que vous avez écrit ?`}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="danger" onPress={props.onDiscard}>
            {t`Abandonner le brouillon`}
          </Button>
          <Button variant="primary" autoFocus onPress={props.onClose}>
            {t`Continuer à écrire`}
          </Button>
        </>
      }
    >
      <p>{t`Le brouillon sera effacé et ne pourra pas être retrouvé.`}</p>
    </Dialog>
  );
}
