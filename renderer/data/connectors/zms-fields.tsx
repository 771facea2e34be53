import { useLingui } from "@lingui/react/macro";
import { NumberField } from "../../ui/number-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { ConnectorForm, FormField } from "./connector-form.ts";

/** What only a ZMS needs: where to ask, for which queues, how often, and with which key. */
export function ZmsFields({
  form,
  onChange,
  wrong,
  hasAccessKey,
}: {
  readonly form: ConnectorForm;
  readonly onChange: (more: Partial<ConnectorForm>) => void;
  readonly wrong: readonly FormField[];
  readonly hasAccessKey: boolean;
}) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Adresse de l’API`}
        hint={t`En https, jusqu’au numéro de version compris.`}
        placeholder="https://zms.example/terminvereinbarung/api/2"
        type="url"
        value={form.url}
        onChange={(url) => onChange({ url })}
        maxLength={500}
        isInvalid={wrong.includes("url")}
        error={t`Écrivez une adresse complète, en https.`}
      />
      <TextField
        label={t`Numéros des files (scopes)`}
        hint={t`Séparés par des virgules : 141, 142.`}
        value={form.scopeIds}
        onChange={(scopeIds) => onChange({ scopeIds })}
        isInvalid={wrong.includes("scopeIds")}
        error={t`Écrivez un numéro au moins, en chiffres.`}
      />
      <TextField
        label={t`Clé d’accès (X-Authkey)`}
        hint={
          hasAccessKey
            ? t`Une clé est gardée ; laissez vide pour ne pas la changer.`
            : t`Gardée dans un fichier que vous seul pouvez lire ; elle n’est plus jamais montrée.`
        }
        type="password"
        autoComplete="off"
        value={form.accessKey}
        onChange={(accessKey) => onChange({ accessKey })}
        maxLength={500}
        isInvalid={wrong.includes("accessKey")}
        error={t`Une clé n’a ni espace ni accent.`}
      />
      <NumberField
        label={t`Secondes entre deux demandes`}
        least={10}
        most={3_600}
        step={5}
        value={form.pollSeconds}
        onChange={(pollSeconds) => onChange({ pollSeconds })}
      />
    </>
  );
}
