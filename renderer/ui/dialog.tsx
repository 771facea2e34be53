import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./dialog.css";

export interface DialogProps {
  readonly title: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: "normal" | "wide";
  /** Whether a press beside the dialog closes it; not where that would lose what was typed. Escape always does. */
  readonly isDismissable?: boolean;
  /** Buttons at the bottom, the main one last. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog: title, a scrolling body, and a bar of buttons that stays in sight. */
export function Dialog(props: DialogProps) {
  const { title, lead, isOpen, onClose, size = "normal", isDismissable = true, actions, children } = props;
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog-frame dialog-${size}`}>
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {lead === undefined ? null : <p>{lead}</p>}
          </div>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
