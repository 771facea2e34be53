import { useLingui } from "@lingui/react/macro";
import type { AuditEntry } from "../../shared/domain/audit.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useViewPurpose } from "../people/audit-words.ts";
import { Awaited } from "../shell/awaited.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { useOwnViews } from "./use-mine.ts";

/** Who looked at the agent's record, when and why. */
export function OwnViews() {
  const { t } = useLingui();
  const question = useOwnViews();
  return (
    <Panel title={t`Qui a consulté mes données`} detail={question.data?.length}>
      <Awaited
        question={question}
        rows={3}
        label={t`La liste arrive`}
        failure={t`La liste n’a pas pu être lue.`}
      >
        {(views) =>
          views.length === 0 ? (
            <EmptyState title={t`Personne n’a consulté vos données.`}>
              {t`Chaque consultation de vos repères est inscrite ici, avec son motif.`}
            </EmptyState>
          ) : (
            <ul className="own-views">
              {views.map((view) => (
                <ViewItem key={view.number} view={view} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </Panel>
  );
}

function ViewItem({ view }: { readonly view: AuditEntry }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const purpose = useViewPurpose()(view);
  const seen: Readonly<Record<string, string>> = {
    figures: t`repères`,
    preparation: t`fiche de préparation`,
    reply: t`une réponse envoyée`,
    everything: t`tout l’espace`,
  };
  const what = seen[view.what] ?? view.what;
  return (
    <li>
      <strong>{view.by}</strong>
      <span>{view.kind === "exported" ? t`a emporté : ${what}` : t`a consulté : ${what}`}</span>
      {purpose === null ? null : <p>{purpose}</p>}
      <small className="number">{dateTime(view.atMs, timeZone)}</small>
    </li>
  );
}
