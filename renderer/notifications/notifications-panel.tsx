import { useLingui } from "@lingui/react/macro";
import { Unread } from "../shell/awaited.tsx";
import { Panel } from "../ui/panel.tsx";
import { AnswersRow } from "./answers-row.tsx";
import { DesktopRow } from "./desktop-row.tsx";
import { EmailRow } from "./email-row.tsx";
import { useNotifications } from "./use-notifications.ts";
import { WebhookRow } from "./webhook-row.tsx";
import "./notifications.css";

/** How the people who are called in are told, and how they may answer. */
export function NotificationsPanel() {
  const { t } = useLingui();
  const notifications = useNotifications();
  const view = notifications.data;
  return (
    <Panel
      title={t`Avertissements`}
      detail={t`comment les renforts sont prévenus, et comment ils répondent`}
      className="settings-wide"
    >
      {view === undefined ? (
        <Unread
          question={notifications}
          rows={4}
          label={t`Les canaux se chargent`}
          failure={t`Les canaux n’ont pas pu être lus.`}
        />
      ) : (
        <ul className="channel-list">
          <EmailRow view={view} />
          <WebhookRow view={view} />
          <DesktopRow view={view} />
          <AnswersRow view={view} />
        </ul>
      )}
    </Panel>
  );
}
