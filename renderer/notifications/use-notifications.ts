/** How people are told: the settings of each channel, and what a person may do with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NotificationView } from "../../shared/contract/notification.ts";
import type { NotificationChannel, NotificationSettings } from "../../shared/domain/notification.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";

const notificationsKey = queryKey("settings", "notifications");

export function useNotifications() {
  const client = useClient();
  return useQuery({ queryKey: notificationsKey, queryFn: () => client.notification.get() });
}

export interface NotificationChange {
  /** What is not given stays as it is. */
  readonly settings?: Partial<NotificationSettings>;
  /** Absent: the one that is kept stays; null: none. */
  readonly smtpPassword?: string | null;
  readonly webhookUrl?: string | null;
}

/** Changes the channels given; secrets that are not given stay as they are. */
export function usePutNotifications() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    async mutationFn({ settings, ...secrets }: NotificationChange) {
      const before = await client.notification.get();
      return client.notification.put({ settings: { ...before.settings, ...settings }, ...secrets });
    },
    onSuccess: (view: NotificationView) => cache.setQueryData(notificationsKey, view),
  });
}

/** Sends a message now, and says what became of it. */
export function useTrial() {
  const client = useClient();
  return useMutation({
    mutationFn: (trial: { readonly channel: NotificationChannel; readonly email: string | null }) =>
      client.notification.test(trial),
  });
}
