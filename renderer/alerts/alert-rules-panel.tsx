import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertRule } from "../../shared/domain/alert-rule.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";
import { showToast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { AlertRuleDialog } from "./alert-rule-dialog.tsx";
import { DesktopPermission } from "./desktop-permission.tsx";
import { newRule } from "./rule-form.ts";
import { useAlertRules } from "./use-alerts.ts";
import { useQuietWords } from "./use-quiet-words.ts";
import { useAlertWords } from "./words.ts";
import "./alerts.css";

/** The rules that say when the floor needs a person. */
export function AlertRulesPanel() {
  const { t } = useLingui();
  const client = useClient();
  const words = useAlertWords();
  const quietWords = useQuietWords();
  const sentenceOf = useFaultSentence();
  const rules = useAlertRules();
  const [edited, setEdited] = useState<AlertRule | null>(null);
  const put = useMutation({
    mutationFn: (rule: AlertRule) => client.alert.putRule(rule),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  if (rules === undefined) return null;

  function told({ sound, desktop }: AlertRule): string {
    const ways = [...(sound ? [t`son`] : []), ...(desktop ? [t`bureau`] : [])];
    return ways.length === 0 ? t`écran seul` : ways.join(", ");
  }

  return (
    <Panel
      title={t`Règles d’alerte`}
      className="settings-wide"
      actions={
        <>
          <DesktopPermission />
          <Button onPress={() => setEdited(newRule(crypto.randomUUID()))}>
            <Trans>Ajouter une règle…</Trans>
          </Button>
        </>
      }
    >
      {rules.length === 0 ? (
        <EmptyState title={t`Aucune règle d’alerte`}>
          {t`Ajoutez une règle pour être prévenu quand une file, un délai ou un flux demande quelqu’un.`}
        </EmptyState>
      ) : (
        <div className="settings-table alert-rules">
          <Table
            label={t`Règles d’alerte`}
            rows={rules}
            keyOf={(rule) => rule.id}
            columns={[
              {
                id: "rule",
                title: t`Alerte`,
                render: (rule) => (
                  <>
                    <strong className="number">{words.rule(rule)}</strong>
                    <small className="number">{words.clearing(rule)}</small>
                  </>
                ),
              },
              { id: "place", title: t`Où`, render: words.place },
              { id: "quiet", title: t`Heures calmes`, render: (rule) => quietWords(rule.quietHours) },
              { id: "told", title: t`Signal`, render: told },
              {
                id: "enabled",
                title: t`Active`,
                render: (rule) => (
                  <Checkbox
                    isSelected={rule.enabled}
                    onChange={(enabled) => put.mutate({ ...rule, enabled })}
                  >
                    <VisuallyHidden>{t`Active : ${words.rule(rule)}`}</VisuallyHidden>
                  </Checkbox>
                ),
              },
              {
                id: "edit",
                title: t`Modifier`,
                isNumber: true,
                render: (rule) => (
                  <Button
                    variant="quiet"
                    aria-label={t`Modifier ${words.rule(rule)}`}
                    onPress={() => setEdited(rule)}
                  >
                    {t`Modifier…`}
                  </Button>
                ),
              },
            ]}
          />
        </div>
      )}
      {edited === null ? null : (
        <AlertRuleDialog
          rule={edited}
          isNew={!rules.some((rule) => rule.id === edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}
