import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Disclosure, DisclosurePanel, Heading, Button as PlainButton } from "react-aria-components";
import { useClient } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { Button } from "../../ui/button.tsx";
import { ChevronDown } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { CaseFields } from "./case-fields.tsx";
import { FileFields } from "./file-fields.tsx";
import { FineFields } from "./fine-fields.tsx";
import { MappingText } from "./mapping-text.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { StartFrom } from "./start-from.tsx";
import { TablePreview } from "./table-preview.tsx";
import type { ImportWizard } from "./use-import-wizard.ts";
import { usePreview } from "./use-preview.ts";
import "./mapping-plan.css";

/** The second step: what each column means, with what becomes of the first rows beside it. */
export function ColumnsStep({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const { file, plan, text } = wizard;
  const preview = usePreview(wizard);
  if (file === null || plan === null) return null;
  const { facts, rows } = file.view;
  const canGoOn = wizard.mapping !== null;
  return (
    <>
      <div className="import-columns">
        <Panel title={t`Ce que les colonnes veulent dire`}>
          <div className="plan">
            <StartFrom wizard={wizard} />
            {text === null ? <PlanForm wizard={wizard} /> : <MappingText wizard={wizard} text={text} />}
          </div>
        </Panel>
        <div className="import-side">
          <Panel title={t`Le fichier`} detail={file.fileName}>
            <TablePreview facts={facts} rows={rows} used={new Set(preview.data?.columns)} />
          </Panel>
          <PreviewPanel wizard={wizard} preview={preview} />
        </div>
      </div>
      <div className="import-actions">
        <Button onPress={wizard.startAnew}>{t`Choisir un autre fichier`}</Button>
        <span className="grow" />
        <KeepMapping wizard={wizard} />
        <Button
          isDisabled={!canGoOn}
          isPending={wizard.isBusy}
          onPress={() => wizard.begin("trial")}
          variant="primary"
        >
          {t`Essayer sur tout le fichier`}
        </Button>
      </div>
    </>
  );
}

function PlanForm({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const { file, plan, change } = wizard;
  if (file === null || plan === null) return null;
  const { facts } = file.view;
  const fields = { facts, plan, onChange: change };
  return (
    <>
      <Group title={t`Les heures`}>
        <MomentFields
          facts={facts}
          moments={plan.moments}
          onChange={(moments) => change({ ...plan, moments })}
        />
      </Group>
      <Group title={t`Le dossier`}>
        <CaseFields {...fields} />
      </Group>
      <Group title={t`Comment il se termine`}>
        <OutcomeFields {...fields} />
      </Group>
      <Group title={t`Le lieu`}>
        <PlaceFields {...fields} />
      </Group>
      <Disclosure className="plan-more">
        <Heading level={3}>
          <PlainButton slot="trigger" className="plan-more-button">
            <ChevronDown />
            {t`Réglages fins`}
          </PlainButton>
        </Heading>
        <DisclosurePanel>
          <div className="plan-group">
            <FileFields wizard={wizard} />
            <FineFields {...fields} />
            <TextField
              label={t`Nom de la correspondance`}
              value={plan.name}
              isRequired
              maxLength={80}
              onChange={(name) => change({ ...plan, name })}
            />
            <MappingText wizard={wizard} text={null} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="plan-group" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function KeepMapping({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  const sentenceOf = useFaultSentence();
  const { mapping, plan, text } = wizard;
  const save = useMutation({
    mutationFn: () => client.import.saveMapping({ mapping, plan: text === null ? plan : null }),
    onSuccess: (mappings) => {
      cache.setQueryData(["import", "mappings"], mappings);
      showToast({
        title: t`Correspondance gardée : elle sera proposée pour les fichiers qui ont ces colonnes.`,
      });
    },
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  return (
    <Button isDisabled={mapping === null} isPending={save.isPending} onPress={() => save.mutate()}>
      {t`Garder cette correspondance`}
    </Button>
  );
}
