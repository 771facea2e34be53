import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { AuditEntry } from "../../shared/domain/audit.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { useSeenWords, useViewPurpose } from "./audit-words.ts";
import { PeopleTabs } from "./people-tabs.tsx";
import "./people-screen.css";

const shown = 500;

/** Who looked at whom, and what left the house; nobody can take an entry away unseen. */
export function AuditScreen() {
  const { t } = useLingui();
  const client = useClient();
  const audit = useQuery({
    queryKey: queryKey("audit", "list"),
    queryFn: () => client.audit.list({ limit: shown }),
  });
  return (
    <>
      <ScreenHeader title={t`Réglages`}>
        <PeopleTabs />
      </ScreenHeader>
      <div className="people">
        <Panel title={t`Journal d’accès`} detail={t`regards sur une personne, et exports`}>
          <Awaited
            question={audit}
            rows={4}
            label={t`Le journal arrive`}
            failure={t`Le journal n’a pas pu être lu.`}
          >
            {({ total, breaks, entries }) =>
              total === 0 ? (
                <EmptyState title={t`Aucun regard sur une personne, aucun export.`}>
                  {t`Chaque consultation des repères d’une personne et chaque export s’inscrit ici. La personne concernée voit qui a regardé.`}
                </EmptyState>
              ) : (
                <>
                  <ChainState breaks={breaks} total={total} />
                  <Entries entries={entries} />
                </>
              )
            }
          </Awaited>
        </Panel>
      </div>
    </>
  );
}

function ChainState({ breaks, total }: { readonly breaks: readonly number[]; readonly total: number }) {
  const { t } = useLingui();
  const list = breaks.join(", ");
  return breaks.length === 0 ? (
    <p className="audit-state">
      ✓ <Plural value={total} one="# inscription, intacte" other="# inscriptions, toutes intactes" />
    </p>
  ) : (
    <p role="alert" className="audit-state audit-broken">
      {t`Des inscriptions ont été changées ou retirées hors de Vigie : n° ${list}. Gardez ce fichier et prévenez l’administration.`}
    </p>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const seenWords = useSeenWords();
  const purposeOf = useViewPurpose();
  const timeZone = useTimeZone();
  const agents = useDirectory().data?.agents ?? [];
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? id;
  return (
    <Table
      label={t`Journal d’accès`}
      rows={entries}
      keyOf={(entry) => String(entry.number)}
      columns={[
        { id: "at", title: t`Quand`, render: (entry) => format.dateTime(entry.atMs, timeZone) },
        { id: "by", title: t`Qui`, render: (entry) => entry.by },
        { id: "what", title: t`Quoi`, render: (entry) => seenWords(entry.what) },
        {
          id: "agent",
          title: t`De qui`,
          render: (entry) => (entry.agentId === null ? "–" : nameOf(entry.agentId)),
        },
        { id: "purpose", title: t`Motif`, render: (entry) => purposeOf(entry) ?? "–" },
      ]}
    />
  );
}
