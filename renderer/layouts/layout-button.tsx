import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog, DialogTrigger, Form, Heading, Popover } from "react-aria-components";
import { type FloorPanel, floorPanels, isSameLayout } from "../../shared/domain/floor-layout.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ServiceChoice } from "./service-choice.tsx";
import { type LayoutControl, useLayout } from "./use-layout.ts";
import "./layout-button.css";

const panelWords: Record<FloorPanel, MessageDescriptor> = {
  key_figures: msg`Chiffres clés`,
  outlook: msg`Les deux prochaines heures`,
  sites: msg`Vue des accueils`,
  cases: msg`Dossiers de la démarche`,
  agents: msg`Agents`,
};

/** How the floor is arranged: panels, services, and arrangements saved under a name. */
export function LayoutButton() {
  const { t } = useLingui();
  const control = useLayout();
  return (
    <DialogTrigger>
      <Button aria-haspopup="dialog">
        <Trans>Disposition</Trans>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="layout-menu">
          <Heading slot="title" className="visually-hidden">
            {t`Disposition du plateau`}
          </Heading>
          <SavedList control={control} />
          <fieldset>
            <legend>
              <Trans>Panneaux</Trans>
            </legend>
            <Panels control={control} />
          </fieldset>
          <fieldset>
            <legend>
              <Trans>Démarches</Trans>
            </legend>
            <ServiceChoice control={control} />
          </fieldset>
          <SaveForm control={control} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Panels({ control }: { readonly control: LayoutControl }) {
  const { i18n } = useLingui();
  const { hidden } = control.layout;
  return floorPanels.map((panel) => (
    <Checkbox
      key={panel}
      isSelected={control.shows(panel)}
      onChange={(isShown) =>
        control.change({ hidden: isShown ? hidden.filter((one) => one !== panel) : [...hidden, panel] })
      }
    >
      {i18n._(panelWords[panel])}
    </Checkbox>
  ));
}

function SavedList({ control }: { readonly control: LayoutControl }) {
  const { t } = useLingui();
  const { saved, layout, siteId } = control;
  if (saved.length === 0) return null;
  return (
    <ul className="layout-saved" aria-label={t`Dispositions enregistrées`}>
      {saved.map((one) => (
        <li key={one.name}>
          <button
            type="button"
            aria-pressed={isSameLayout(one, { ...layout, siteId })}
            onClick={() => control.apply(one)}
          >
            {one.name}
          </button>
          <button
            type="button"
            className="layout-forget"
            aria-label={t`Oublier la disposition ${one.name}`}
            onClick={() => control.forget(one.name)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

function SaveForm({ control }: { readonly control: LayoutControl }) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const isReady = name.trim() !== "";
  return (
    <Form
      className="layout-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        control.save(name.trim());
        setName("");
      }}
    >
      <TextField
        label={t`Enregistrer cette disposition sous`}
        value={name}
        onChange={setName}
        maxLength={40}
        placeholder={t`Guichets du matin`}
      />
      <Button type="submit" isDisabled={!isReady}>
        <Trans>Enregistrer</Trans>
      </Button>
    </Form>
  );
}
