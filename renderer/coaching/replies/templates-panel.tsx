import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ReplyTemplate } from "../../../shared/domain/reply.ts";
import { useMay } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TemplateDialog } from "./template-dialog.tsx";
import { useReplyTemplates } from "./use-replies.ts";
import { useLanguageName, useServiceName } from "./words.ts";

/** The standard texts of the house: with them replies are compared. */
export function TemplatesPanel() {
  const { t } = useLingui();
  const serviceName = useServiceName();
  const languageName = useLanguageName();
  const question = useReplyTemplates();
  const mayChange = useMay()("reply", "putTemplate");
  const [edited, setEdited] = useState<ReplyTemplate | "new" | null>(null);
  return (
    <Panel
      title={t`Textes types`}
      detail={question.data?.length}
      className="reply-templates"
      actions={
        mayChange ? <Button variant="quiet" onPress={() => setEdited("new")}>{t`Ajouter`}</Button> : null
      }
    >
      <Awaited
        question={question}
        rows={4}
        label={t`Les textes types arrivent`}
        failure={t`Les textes types n’ont pas pu être lus.`}
      >
        {(templates) =>
          templates.length === 0 ? (
            <p className="reply-figure-none">
              {mayChange
                ? t`Ajoutez les textes que la maison envoie tels quels : les réponses seront comparées avec eux.`
                : t`Aucun texte type n’est encore enregistré par l’encadrement.`}
            </p>
          ) : (
            <ul className="template-list">
              {templates.map((template) => (
                <li key={template.id}>
                  {mayChange ? (
                    <Button
                      variant="quiet"
                      aria-label={t`Modifier le texte type ${template.name}`}
                      onPress={() => setEdited(template)}
                    >
                      {template.name}
                    </Button>
                  ) : (
                    <strong>{template.name}</strong>
                  )}
                  <small className="number">
                    {[
                      template.serviceId === null ? t`Toutes les démarches` : serviceName(template.serviceId),
                      languageName(template.language),
                      t`version ${template.version}`,
                    ].join(" · ")}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
      {edited === null ? null : (
        <TemplateDialog template={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}
