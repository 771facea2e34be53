import type { ReactNode } from "react";
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components";
import { CloseIcon } from "./icons.tsx";
import type { Level } from "./level.ts";
import { LevelShape } from "./level-mark.tsx";
import "./button.css";
import "./toast.css";

export interface ToastMessage {
  readonly title: string;
  readonly level?: Level;
  readonly detail?: ReactNode;
  /** One thing to do about it. The toast closes when it is pressed. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Default time on screen. */
const shownMs = 6_000;

/**
 * Shows a message at the bottom of the window, read aloud politely.
 *
 * @param timeoutMs how long it stays; null: until it is closed. Time stands still while it has focus.
 * @param onClose told when it goes, for whatever reason
 * @returns a function that takes it away
 */
export function showToast(
  message: ToastMessage,
  timeoutMs: number | null = shownMs,
  onClose?: () => void,
): () => void {
  const key = queue.add(message, {
    ...(timeoutMs === null ? {} : { timeout: timeoutMs }),
    ...(onClose === undefined ? {} : { onClose }),
  });
  return () => queue.close(key);
}

/** Where toasts appear; mounted once. */
export function ToastRegion({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  return (
    <AriaToastRegion queue={queue} className="toast-region" aria-label={label}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <LevelShape level={toast.content.level ?? "ok"} />
          <ToastContent className="toast-content">
            <Text slot="title">{toast.content.title}</Text>
            {toast.content.detail === undefined ? null : (
              <Text slot="description" className="toast-detail">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          <ToastAction toastKey={toast.key} action={toast.content.action} />
          <AriaButton slot="close" aria-label={closeLabel} className="button icon-button button-quiet">
            <CloseIcon />
          </AriaButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

function ToastAction(props: { readonly toastKey: string; readonly action: ToastMessage["action"] }) {
  const { toastKey, action } = props;
  if (action === undefined) return null;
  return (
    <AriaButton
      className="button button-soft"
      onPress={() => {
        action.onPress();
        queue.close(toastKey);
      }}
    >
      {action.label}
    </AriaButton>
  );
}
