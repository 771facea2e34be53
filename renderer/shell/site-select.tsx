import { useLingui } from "@lingui/react/macro";
import { useDirectory } from "../client/queries.ts";
import { Select } from "../ui/select.tsx";

const everySite = "every-site";

/** Which site a screen is about, in its header; null is all of them. With one site there is nothing to choose. */
export function SiteSelect(props: {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useLingui();
  const sites = useDirectory().data?.sites ?? [];
  const [only] = sites;
  if (sites.length < 2) return <strong>{only?.name ?? t`Tous les accueils`}</strong>;
  return (
    <Select
      label={t`Accueil`}
      hidesLabel
      look="title"
      options={[
        { id: everySite, label: t`Tous les accueils` },
        ...sites.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={props.value ?? everySite}
      onChange={(id) => props.onChange(id === everySite ? null : id)}
    />
  );
}
