import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { Button } from "./button.tsx";
import { Dialog, type DialogProps } from "./dialog.tsx";

export interface FormDialogProps extends Pick<DialogProps, "title" | "lead" | "size" | "children"> {
  /** Of the form. */
  readonly className: string;
  readonly onClose: () => void;
  /** Looks at what was entered, and saves it; the dialog stays until `onClose`. */
  readonly onSave: () => void;
  readonly isSaving: boolean;
  /** Why it could not be saved, in a sentence; null where nothing went wrong. */
  readonly error: string | null;
  /** Takes away what the form is about. */
  readonly remove?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** A dialog that is one form: what was entered is saved, or nothing is changed. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useLingui();
  const formId = useId();
  const { title, lead, size = "normal", className, onClose, onSave, isSaving, error, remove } = props;
  return (
    <Dialog
      title={title}
      lead={lead}
      size={size}
      isOpen
      isDismissable={false}
      onClose={onClose}
      actions={
        <>
          {remove === undefined ? null : (
            <Button variant="danger" onPress={remove.onPress}>
              {remove.label}
            </Button>
          )}
          <Button onPress={onClose}>{t`Ne rien changer`}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isSaving}>
            {t`Enregistrer`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={className}
        // What is wrong is said by the fields themselves, in the words of the house.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {props.children}
        {error === null ? null : (
          <p role="alert" className="field-error">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  );
}
