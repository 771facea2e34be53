import { useLingui } from "@lingui/react/macro";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { defaultSettings } from "../../shared/domain/settings.ts";
import { useChangeSettings, useSettings } from "../client/queries.ts";
import { DisplayIcon } from "../ui/icons.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import "./display-menu.css";

/** Theme, density and language, from anywhere. */
export function DisplayMenu() {
  const { t } = useLingui();
  const settings = useSettings().data ?? defaultSettings;
  const change = useChangeSettings();
  return (
    <DialogTrigger>
      <Button className="rail-item">
        <DisplayIcon />
        <span>{t`Affichage`}</span>
      </Button>
      <Popover className="popover" placement="right bottom">
        <Dialog className="display-menu">
          <Heading slot="title" className="visually-hidden">
            {t`Affichage`}
          </Heading>
          <p>{t`Thème`}</p>
          <SegmentedControl
            label={t`Thème`}
            value={settings.theme}
            onChange={(theme) => change.mutate({ theme })}
            options={[
              { id: "system", label: t`Système` },
              { id: "light", label: t`Clair` },
              { id: "dark", label: t`Sombre` },
            ]}
          />
          <p>{t`Densité`}</p>
          <SegmentedControl
            label={t`Densité`}
            value={settings.density}
            onChange={(density) => change.mutate({ density })}
            options={[
              { id: "comfortable", label: t`Confortable` },
              { id: "compact", label: t`Compacte` },
            ]}
          />
          <p>{t`Langue`}</p>
          <SegmentedControl
            label={t`Langue`}
            value={settings.language}
            onChange={(language) => change.mutate({ language })}
            options={[
              { id: "system", label: t`Système` },
              { id: "fr", label: "Français" },
              { id: "en", label: "English" },
            ]}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
