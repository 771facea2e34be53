import { useLingui } from "@lingui/react/macro";
import { Awaited } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SheetView } from "./sheet-view.tsx";
import { useSheet } from "./use-sheets.ts";

export interface SheetDialogProps {
  readonly serviceId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The sheet of a service, to read while a case is at hand. */
export function SheetDialog({ serviceId, name, onClose }: SheetDialogProps) {
  const { t } = useLingui();
  const sheet = useSheet(serviceId);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={name}
      actions={
        <Button onPress={onClose} autoFocus>
          {t`Fermer`}
        </Button>
      }
    >
      <Awaited
        question={sheet}
        rows={5}
        label={t`La fiche arrive`}
        failure={t`La fiche n’a pas pu être lue.`}
      >
        {(found) =>
          found === null ? (
            <EmptyState title={t`Pas encore de fiche pour cette démarche.`}>
              {t`Un chef d’équipe peut l’écrire dans Suivi, Fiches.`}
            </EmptyState>
          ) : (
            <SheetView sheet={found} />
          )
        }
      </Awaited>
    </Dialog>
  );
}
