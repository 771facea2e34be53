import { useLingui } from "@lingui/react/macro";
import type { NotificationChannel } from "../../shared/domain/notification.ts";

/** What the channels are called. */
export function useChannelWords(): Record<NotificationChannel, string> {
  const { t } = useLingui();
  return { email: t`Courriel`, webhook: t`Salon`, desktop: t`Bureau` };
}
