import { useLingui } from "@lingui/react/macro";
import { useChangeSettings, useDirectory, useSettings } from "../client/queries.ts";
import { Select } from "../ui/select.tsx";
import "./site-switch.css";

const everySite = "every-site";

/** Which site the floor shows. With one site there is nothing to choose. */
export function SiteSwitch() {
  const { t } = useLingui();
  const sites = useDirectory().data?.sites ?? [];
  const siteId = useSettings().data?.siteId ?? null;
  const change = useChangeSettings();
  const [only] = sites;
  const isKnown = siteId === null || sites.some((site) => site.id === siteId);
  if (sites.length < 2 && isKnown) return <strong className="site-name">{only?.name ?? t`Plateau`}</strong>;
  return (
    <Select
      label={t`Accueil affiché`}
      hidesLabel
      look="title"
      value={isKnown ? (siteId ?? everySite) : null}
      placeholder={t`Choisir un accueil`}
      onChange={(id) => change.mutate({ siteId: id === everySite ? null : id })}
      options={[
        { id: everySite, label: t`Tous les accueils` },
        ...sites.map((site) => ({ id: site.id, label: site.name })),
      ]}
    />
  );
}
