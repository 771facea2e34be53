import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Site } from "../../shared/domain/site.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory } from "../client/queries.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { usePutDirectory } from "./use-put-directory.ts";

/** Sites and their names. A site's time zone decides its days, so it stays as its feed set it. */
export function SitesPanel() {
  const { t } = useLingui();
  const sites = useDirectory().data?.sites ?? [];
  const rename = useRename();
  return (
    <Panel title={t`Accueils`} className="settings-wide">
      {sites.length === 0 ? (
        <EmptyState title={t`Aucun accueil connu.`}>
          {t`Les accueils apparaissent d’eux-mêmes avec le premier événement qui les nomme.`}
        </EmptyState>
      ) : (
        <div className="settings-table">
          <Table
            label={t`Accueils`}
            rows={sites}
            keyOf={(site) => site.id}
            columns={[
              { id: "id", title: t`Clé`, render: (site) => site.id },
              {
                id: "name",
                title: t`Nom affiché`,
                render: (site) => <SiteName key={site.name} site={site} onRename={rename} />,
              },
              { id: "zone", title: t`Fuseau horaire`, render: (site) => site.timeZone },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

/**
 * Renames a site and says what came of it. Belongs to the panel: the field of a site makes way for a new
 * one as soon as the new name is known, which may be before the answer.
 */
function useRename(): (site: Site, name: string) => void {
  const { t } = useLingui();
  const { mutate } = usePutDirectory();
  const sentenceOf = useFaultSentence();
  return (site, name) =>
    mutate(
      { sites: [{ ...site, name }] },
      {
        onSuccess: () => showToast({ title: t`Accueil renommé : ${name}` }),
        onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
      },
    );
}

/** The name is saved on leaving the field or on Enter. */
function SiteName(props: { readonly site: Site; readonly onRename: (site: Site, name: string) => void }) {
  const { t } = useLingui();
  const { site } = props;
  const [name, setName] = useState(site.name);
  function save() {
    const trimmed = name.trim();
    if (trimmed !== "" && trimmed !== site.name) props.onRename(site, trimmed);
  }
  return (
    <TextField
      label={<VisuallyHidden>{t`Nom de l’accueil ${site.id}`}</VisuallyHidden>}
      value={name}
      onChange={setName}
      maxLength={120}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
      }}
      isInvalid={name.trim() === ""}
      error={t`Écrivez un nom.`}
    />
  );
}
