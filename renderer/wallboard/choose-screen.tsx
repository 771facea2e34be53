import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { CheckboxGroup } from "react-aria-components";
import { useSearch } from "wouter";
import { useDirectory } from "../client/queries.ts";
import { FloorProvider, useFloor } from "../floor/floor-context.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Board } from "./board.tsx";
import { useSize } from "./use-size.ts";
import { readWallboard, type WallboardChoice, wallboardAddress } from "./wallboard-address.ts";
import "./choose-screen.css";

const everySite = "every-site";

/** Which services hang on the wall, seen before they do. */
export function WallboardChooseScreen() {
  const { t } = useLingui();
  const search = useSearch();
  const [choice, setChoice] = useState(() => readWallboard(new URLSearchParams(search)));
  const [isBlocked, setBlocked] = useState(false);
  const sites = useDirectory().data?.sites ?? [];
  const address = `${location.origin}${location.pathname}#${wallboardAddress(choice)}`;

  function open() {
    const opened = window.open(address, "vigie-wallboard", "popup,width=1280,height=720");
    // The desktop opens the window itself and tells the page nothing of it.
    setBlocked(opened === null && location.protocol !== "app:");
  }

  return (
    <>
      <ScreenHeader
        title={t`Écran mural`}
        actions={
          <Button variant="primary" onPress={open}>
            <Trans>Ouvrir l’écran mural</Trans>
          </Button>
        }
      >
        {sites.length < 2 ? null : (
          <Select
            label={t`Accueil affiché`}
            hidesLabel
            look="compact"
            value={choice.siteId ?? everySite}
            onChange={(id) => setChoice({ ...choice, siteId: id === everySite ? null : id })}
            options={[
              { id: everySite, label: t`Tous les accueils` },
              ...sites.map((site) => ({ id: site.id, label: site.name })),
            ]}
          />
        )}
      </ScreenHeader>
      <FloorProvider siteId={choice.siteId}>
        <div className="choose">
          <Services choice={choice} onChange={setChoice} />
          <div className="choose-preview">
            <Preview choice={choice} />
            <p role="status">
              {isBlocked ? (
                <Trans>
                  Le navigateur a bloqué la nouvelle fenêtre.{" "}
                  <a href={address} target="_blank" rel="noreferrer">
                    Ouvrir l’écran mural dans un onglet
                  </a>
                </Trans>
              ) : null}
            </p>
          </div>
        </div>
      </FloorProvider>
    </>
  );
}

const wallWidth = 1_920;

/** The board as it looks on a display of 1920 × 1080, made smaller. */
function Preview({ choice }: { readonly choice: WallboardChoice }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  return (
    <div className="choose-box" ref={box} role="img" aria-label={t`Aperçu de l’écran mural`}>
      <div className="choose-wall" inert style={{ transform: `scale(${width / wallWidth})` }}>
        <Board choice={choice} />
      </div>
    </div>
  );
}

interface ServicesProps {
  readonly choice: WallboardChoice;
  readonly onChange: (choice: WallboardChoice) => void;
}

function Services({ choice, onChange }: ServicesProps) {
  const { t } = useLingui();
  const services = useFloor((floor) => floor.serviceList);
  const names = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  const all = [...names.keys()];
  const chosen = choice.serviceIds ?? all;

  function choose(ids: readonly string[]) {
    onChange({
      ...choice,
      serviceIds: ids.length === all.length ? null : all.filter((id) => ids.includes(id)),
    });
  }

  return (
    <Panel title={t`Démarches`} detail={chosen.length} className="choose-services">
      {names.size === 0 ? (
        <EmptyState title={t`Rien n’est encore arrivé sur ce plateau`}>
          {t`Les démarches se choisissent ici dès que leurs premiers événements sont reçus.`}
        </EmptyState>
      ) : (
        <CheckboxGroup
          className="choose-list"
          aria-label={t`Démarches à l’écran`}
          value={[...chosen]}
          onChange={(ids) => {
            if (ids.length > 0) choose(ids);
          }}
        >
          {[...names].map(([id, name]) => (
            <Checkbox key={id} value={id}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </Panel>
  );
}
