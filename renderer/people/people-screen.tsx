import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Person } from "../../shared/domain/person.ts";
import { beginAnew } from "../client/session.ts";
import { Awaited } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { Tag } from "../ui/tag.tsx";
import { showToast } from "../ui/toast.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { PeopleTabs } from "./people-tabs.tsx";
import { useRoleName } from "./role-words.ts";
import { usePeople } from "./use-people.ts";
import "./people-screen.css";

type Open = { readonly person: Person | null };

/** Who signs in, and what each of them may do. */
export function PeopleScreen() {
  const { t } = useLingui();
  const question = usePeople();
  const [open, setOpen] = useState<Open | null>(null);
  const isFirst = question.data?.length === 0;
  const add = () => setOpen({ person: null });

  function saved(person: Person) {
    setOpen(null);
    // From now on everybody signs in; whoever entered the first one sits here as that person.
    if (isFirst) beginAnew();
    else showToast({ title: t`${person.name} : changement en place` });
  }

  return (
    <>
      <ScreenHeader
        title={t`Réglages`}
        actions={
          question.data === undefined || isFirst ? null : (
            <Button variant="primary" onPress={add}>{t`Ajouter une personne…`}</Button>
          )
        }
      >
        <PeopleTabs />
      </ScreenHeader>
      <div className="people">
        <Panel title={t`Personnes`} detail={t`qui se connecte, et ce que chacun peut faire`}>
          <Awaited
            question={question}
            rows={4}
            label={t`Les personnes arrivent`}
            failure={t`Les personnes n’ont pas pu être lues.`}
          >
            {(people) =>
              people.length === 0 ? (
                <EmptyState
                  title={t`Personne n’est encore inscrit : cette console est ouverte à qui est devant elle.`}
                  action={<Button variant="soft" onPress={add}>{t`Inscrire la première personne…`}</Button>}
                >
                  {t`Inscrivez d’abord quelqu’un de l’administration. Ensuite chacun se connecte avec sa phrase secrète et voit ce que son rôle ouvre.`}
                </EmptyState>
              ) : (
                <PeopleTable people={people} onOpen={(person) => setOpen({ person })} />
              )
            }
          </Awaited>
        </Panel>
      </div>
      {open === null ? null : (
        <AccountDialog person={open.person} isFirst={isFirst} onClose={() => setOpen(null)} onSaved={saved} />
      )}
    </>
  );
}

function PeopleTable(props: {
  readonly people: readonly Person[];
  readonly onOpen: (person: Person) => void;
}) {
  const { t } = useLingui();
  const roleName = useRoleName();
  return (
    <Table
      label={t`Personnes`}
      rows={props.people}
      keyOf={(person) => person.id}
      columns={[
        { id: "name", title: t`Nom`, render: (person) => <strong>{person.name}</strong> },
        { id: "roles", title: t`Rôles`, render: (person) => person.roles.map(roleName).join(", ") },
        {
          id: "team",
          title: t`Équipe`,
          render: (person) => (person.roles.includes("team_lead") ? <TeamSize person={person} /> : "–"),
        },
        {
          id: "state",
          title: t`État`,
          render: (person) => (person.isActive ? t`Se connecte` : <Tag>{t`Ne se connecte plus`}</Tag>),
        },
        {
          id: "change",
          title: t`Modifier`,
          isNumber: true,
          render: (person) => (
            <Button
              variant="quiet"
              onPress={() => props.onOpen(person)}
              aria-label={t`Modifier ${person.name}`}
            >
              {t`Modifier…`}
            </Button>
          ),
        },
      ]}
    />
  );
}

function TeamSize({ person }: { readonly person: Person }) {
  const { t } = useLingui();
  const count = person.teamAgentIds?.length;
  return count === undefined ? t`tous les agents` : t`${count} agents`;
}
