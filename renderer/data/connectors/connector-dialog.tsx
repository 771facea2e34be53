import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ConnectorView } from "../../../shared/contract/connector.ts";
import type { ConnectorKind } from "../../../shared/domain/connector.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useDirectory } from "../../client/queries.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { type ConnectorForm, draftOf, type FormField, formOf } from "./connector-form.ts";
import { usePutConnector } from "./use-connectors.ts";
import { ZmsFields } from "./zms-fields.tsx";

/** Adds a connector, or changes one. */
export function ConnectorDialog({
  view,
  onClose,
}: {
  /** Null: a new one. */
  readonly view: ConnectorView | null;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const sites = useDirectory().data?.sites ?? [];
  const put = usePutConnector();
  const [form, setForm] = useState(() => formOf(view?.connector ?? null, sites[0]?.id ?? ""));
  const [wrong, setWrong] = useState<readonly FormField[]>([]);
  function change(more: Partial<ConnectorForm>) {
    setForm({ ...form, ...more });
    // A field that is being mended is no longer wrong until it is looked at again.
    setWrong(more.kind === undefined ? wrong.filter((field) => more[field] === undefined) : []);
  }
  const kindWords: Record<ConnectorKind, string> = { novo_sga: "Novo SGA", zms: "ZMS" };
  const siteList = sites.map((site) => site.id).join(", ");

  function save() {
    const outcome = draftOf(form, view?.connector.id ?? null);
    if ("wrong" in outcome) {
      setWrong(outcome.wrong);
      return;
    }
    setWrong([]);
    put.mutate(outcome.draft, {
      onSuccess: ({ connector }) => {
        showToast({ title: t`Connecteur en place : ${connector.name}` });
        onClose();
      },
    });
  }

  return (
    <FormDialog
      title={view === null ? t`Ajouter un connecteur` : t`Connecteur ${view.connector.name}`}
      lead={t`Vigie ne garde ni nom, ni remarque, ni motif de priorité : seulement des numéros, des états et des heures.`}
      className="connector-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      {view === null ? (
        <SegmentedControl
          label={t`Système`}
          options={(["novo_sga", "zms"] as const).map((id) => ({ id, label: kindWords[id] }))}
          value={form.kind}
          onChange={(kind) => change({ kind })}
        />
      ) : null}
      <TextField
        label={t`Nom du connecteur`}
        value={form.name}
        onChange={(name) => change({ name })}
        maxLength={80}
        autoFocus
        isInvalid={wrong.includes("name")}
        error={t`Écrivez un nom.`}
      />
      <TextField
        label={t`Accueil (clé)`}
        hint={
          siteList === ""
            ? t`Une clé courte, comme mairie.`
            : t`Connus : ${siteList}. Une autre clé crée un accueil.`
        }
        value={form.siteId}
        onChange={(siteId) => change({ siteId })}
        maxLength={128}
        isInvalid={wrong.includes("siteId")}
        error={t`Écrivez la clé d’un accueil.`}
      />
      {form.kind === "zms" ? (
        <ZmsFields form={form} onChange={change} wrong={wrong} hasAccessKey={view?.hasAccessKey ?? false} />
      ) : null}
      <TextField
        label={form.kind === "zms" ? t`Files et démarches` : t`Leurs services et nos démarches`}
        hint={
          form.kind === "zms"
            ? t`Une ligne par file : 141 = passeports. Sans ligne, le numéro sert de clé.`
            : t`Une ligne par service : Registro Civil = etat-civil. Sans ligne, leur nom sert de clé.`
        }
        rows={3}
        value={form.services}
        onChange={(services) => change({ services })}
        isInvalid={wrong.includes("services")}
        error={t`Écrivez sur chaque ligne : leur nom = notre clé.`}
      />
      <Checkbox isSelected={form.enabled} onChange={(enabled) => change({ enabled })}>
        {t`En service`}
      </Checkbox>
    </FormDialog>
  );
}
