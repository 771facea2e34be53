import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BackupPerson } from "../../shared/domain/directory.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey } from "../client/queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { showToast } from "../ui/toast.tsx";

/** Asks before somebody is taken off the roster. */
export function RemovePersonDialog(props: { readonly person: BackupPerson; readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const { agentId, name } = props.person;
  const remove = useMutation({
    mutationFn: () => client.directory.removePerson({ agentId }),
    onSuccess: () => showToast({ title: t`${name} ne fait plus partie des renforts` }),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
    onSettled() {
      props.onClose();
      return cache.invalidateQueries({ queryKey: queryKey("directory") });
    },
  });
  return (
    <Dialog
      title={t`Retirer ${name} des renforts ?`}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button autoFocus onPress={props.onClose}>
            {t`Ne rien changer`}
          </Button>
          <Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {t`Retirer`}
          </Button>
        </>
      }
    >
      <p>{t`Son adresse et ses horaires sont oubliés. Les appels déjà passés restent dans le journal.`}</p>
    </Dialog>
  );
}
