import { useLingui } from "@lingui/react/macro";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useRemoveConnector } from "./use-connectors.ts";

/** Asks before a connector and its key are forgotten. */
export function RemoveDialog(props: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { id, name, onClose } = props;
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const remove = useRemoveConnector();
  return (
    <Dialog
      title={t`Retirer ${name} ?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t`Le garder`}
          </Button>
          <Button
            variant="danger"
            isPending={remove.isPending}
            onPress={() =>
              remove.mutate(id, {
                onSuccess: () => showToast({ title: t`Connecteur retiré : ${name}` }),
                onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
                onSettled: onClose,
              })
            }
          >
            {t`Retirer`}
          </Button>
        </>
      }
    >
      <p>
        {t`Vigie n’écoute plus ce système et oublie sa clé d’accès. Les événements déjà reçus restent, et les dossiers encore ouverts aussi : retirez-le plutôt après la fermeture.`}
      </p>
    </Dialog>
  );
}
