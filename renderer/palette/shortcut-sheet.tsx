import { Trans, useLingui } from "@lingui/react/macro";
import { mayAsk } from "../../shared/contract/permission.ts";
import { useRoles } from "../client/session.ts";
import { type Shortcut, shortcuts } from "../shell/shortcuts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useSingleKeys } from "../ui/use-hotkey.ts";
import { keysOf } from "./keys.ts";
import "./shortcut-sheet.css";

/** Every keyboard shortcut on one page. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const hasSingleKeys = useSingleKeys();
  const held = useRoles();
  const rows = Object.entries<Shortcut>(shortcuts).filter(
    ([, { needsControl, asks }]) =>
      (needsControl || hasSingleKeys) && (asks === undefined || mayAsk(held, asks)),
  );
  const mayReplay = mayAsk(held, ["replay", "watch"]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Raccourcis clavier`}
      lead={
        hasSingleKeys ? (
          <Trans>Les lettres seules se désactivent dans Réglages. Sur Mac, Ctrl est la touche ⌘.</Trans>
        ) : (
          <Trans>Les lettres seules sont désactivées dans Réglages.</Trans>
        )
      }
      actions={
        <Button variant="primary" onPress={onClose} autoFocus>
          <Trans>Fermer</Trans>
        </Button>
      }
    >
      <dl className="shortcut-list">
        {rows.map(([id, shortcut]) => (
          <div key={id}>
            <dt>
              <kbd className="kbd">{keysOf(shortcut)}</kbd>
            </dt>
            <dd>{i18n._(shortcut.words)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd className="kbd">↑ ↓</kbd> <kbd className="kbd">{t`Espace`}</kbd>
          </dt>
          <dd>
            <Trans>Parcourir une liste, cocher un dossier</Trans>
          </dd>
        </div>
        {mayReplay ? (
          <div>
            <dt>
              <kbd className="kbd">{t`Espace`}</kbd> <kbd className="kbd">← →</kbd>
            </dt>
            <dd>
              <Trans>Rejeu : lecture ou arrêt, une minute de moins ou de plus (cinq avec Maj)</Trans>
            </dd>
          </div>
        ) : null}
      </dl>
    </Dialog>
  );
}
