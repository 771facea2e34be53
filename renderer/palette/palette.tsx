import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { type Command, type CommandGroup, commandGroups } from "./command.ts";
import { useCommandRegistry } from "./command-registry.tsx";
import { beginningFirst, matches } from "./match.ts";
import "./palette.css";

const groupWords: Record<CommandGroup, MessageDescriptor> = {
  actions: msg`Agir`,
  cases: msg`Dossiers`,
  services: msg`Démarches`,
  screens: msg`Aller à`,
  display: msg`Affichage`,
};

/** Commands of one group that are listed at once. */
const mostPerGroup = 12;

/** Everything that can be done, found by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const registry = useCommandRegistry();
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query);
  const matching = registry
    .find(sought.trim())
    .filter((command) => matches(`${command.label} ${command.detail ?? ""}`, sought));
  const found = beginningFirst(matching, ({ label }) => label, sought);
  const groups = commandGroups.flatMap((group) => {
    const commands = found.filter((command) => command.group === group).slice(0, mostPerGroup);
    return commands.length === 0 ? [] : [{ id: group, commands }];
  });

  function run(command: Command | undefined) {
    if (command === undefined) return;
    onClose();
    command.run();
  }

  return (
    <ModalOverlay
      className="palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="palette-frame">
        <Dialog className="palette" aria-label={t`Rechercher ou agir`}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField className="palette-field" aria-label={t`Rechercher ou agir`} autoFocus>
              <Input
                className="palette-input"
                placeholder={t`Un ticket, une démarche, un écran, une action…`}
              />
            </SearchField>
            <div className="palette-list" ref={makeFocusable}>
              <Menu
                className="palette-menu"
                aria-label={t`Résultats`}
                items={groups}
                onAction={(key) => run(found.find((command) => command.id === key))}
                renderEmptyState={() => <p className="palette-nothing">{t`Rien ne correspond.`}</p>}
              >
                {(group) => (
                  <MenuSection id={group.id}>
                    <Header className="palette-group">{i18n._(groupWords[group.id])}</Header>
                    <Collection items={group.commands}>
                      {(command) => (
                        <MenuItem id={command.id} textValue={command.label} className="palette-item">
                          <span>{command.label}</span>
                          {command.detail === undefined ? null : <small>{command.detail}</small>}
                          <span className="grow" />
                          {command.keys === undefined ? null : <span className="kbd">{command.keys}</span>}
                        </MenuItem>
                      )}
                    </Collection>
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The focus stays in the field while the list is gone through; scrolling by keyboard alone needs it here. */
function makeFocusable(element: HTMLElement | null) {
  if (element !== null) element.tabIndex = 0;
}
