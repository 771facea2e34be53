import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { BackupPerson } from "../../shared/domain/directory.ts";
import { useDirectory } from "../client/queries.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { useHoursWords } from "./hours-words.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { RemovePersonDialog } from "./remove-person-dialog.tsx";
import "./roster-panel.css";

type Open =
  | { readonly kind: "edit"; readonly person: BackupPerson | null }
  | { readonly kind: "remove"; readonly person: BackupPerson };

/** Who can be called in: skills, way, hours, and how they are reached. */
export function RosterPanel() {
  const { t } = useLingui();
  const hoursWords = useHoursWords();
  const directory = useDirectory().data;
  const [open, setOpen] = useState<Open | null>(null);
  if (directory === undefined) return null;
  const { sites, services, roster } = directory;
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  const add = () => setOpen({ kind: "edit", person: null });
  const close = () => setOpen(null);
  return (
    <Panel
      title={t`Renforts`}
      detail={t`qui peut être appelé`}
      className="settings-wide"
      actions={
        roster.length === 0 || sites.length === 0 ? null : <Button onPress={add}>{t`Ajouter…`}</Button>
      }
    >
      {sites.length === 0 ? (
        <EmptyState title={t`Aucun accueil n’est encore connu.`}>
          {t`Les personnes s’ajoutent une fois le premier événement reçu.`}
        </EmptyState>
      ) : roster.length === 0 ? (
        <EmptyState
          title={t`Personne ne peut encore être appelé.`}
          action={<Button variant="soft" onPress={add}>{t`Ajouter une personne…`}</Button>}
        >
          {t`Ajoutez celles et ceux qui travaillent hors public et savent tenir une démarche.`}
        </EmptyState>
      ) : (
        <div className="settings-table roster-table">
          <Table
            label={t`Renforts`}
            rows={roster}
            keyOf={(person) => person.agentId}
            columns={[
              {
                id: "name",
                title: t`Nom`,
                render: (person) => (
                  <>
                    <strong>{person.name}</strong>
                    <small>{nameIn(sites, person.siteId)}</small>
                  </>
                ),
              },
              {
                id: "skills",
                title: t`Formé à`,
                render: (person) =>
                  person.skills
                    .map(({ serviceId, level }) => `${nameIn(services, serviceId)} (${level})`)
                    .join(", "),
              },
              { id: "hours", title: t`Horaires`, render: (person) => hoursWords.line(person.hours) },
              {
                id: "travel",
                title: t`Trajet`,
                render: ({ travelMinutes }) => (travelMinutes === null ? "–" : t`${travelMinutes} min`),
              },
              {
                id: "reach",
                title: t`Joindre`,
                render: ({ email, phone }) => (
                  <>
                    {phone === null && email === null ? "–" : null}
                    {phone === null ? null : <span>{phone}</span>}
                    {email === null ? null : <small>{email}</small>}
                  </>
                ),
              },
              {
                id: "actions",
                title: t`Actions`,
                isNumber: true,
                render: (person) => (
                  <div className="roster-actions">
                    <Button
                      variant="quiet"
                      aria-label={t`Modifier ${person.name}`}
                      onPress={() => setOpen({ kind: "edit", person })}
                    >
                      {t`Modifier…`}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={t`Retirer ${person.name}`}
                      onPress={() => setOpen({ kind: "remove", person })}
                    >
                      {t`Retirer…`}
                    </Button>
                  </div>
                ),
              },
            ]}
          />
        </div>
      )}
      {open?.kind === "edit" ? (
        <PersonDialog person={open.person} directory={directory} onClose={close} />
      ) : null}
      {open?.kind === "remove" ? <RemovePersonDialog person={open.person} onClose={close} /> : null}
    </Panel>
  );
}
