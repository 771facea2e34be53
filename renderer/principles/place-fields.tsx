import { useLingui } from "@lingui/react/macro";
import { useDirectory } from "../client/queries.ts";
import { Select } from "../ui/select.tsx";

const everywhere = "everywhere";

export interface PlaceFieldsProps {
  readonly siteId: string | null;
  readonly onSite: (id: string | null) => void;
  readonly serviceId: string | null;
  readonly onService: (id: string | null) => void;
  /** What stands there where no service is chosen; “any of them” where it is left out. */
  readonly noService?: string;
}

/** Where something is: a site (where there are several) and a service, each or any of them. */
export function PlaceFields({ siteId, onSite, serviceId, onService, noService }: PlaceFieldsProps) {
  const { t } = useLingui();
  const directory = useDirectory().data;
  const sites = directory?.sites ?? [];
  const services = directory?.services ?? [];
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ id, label: name }));
  const orNull = (id: string) => (id === everywhere ? null : id);
  return (
    <div className="principle-form-row">
      {sites.length < 2 ? null : (
        <Select
          label={t`Accueil`}
          options={[{ id: everywhere, label: t`Tous les accueils` }, ...named(sites)]}
          value={siteId ?? everywhere}
          onChange={(id) => onSite(orNull(id))}
        />
      )}
      <Select
        label={t`Démarche`}
        options={[{ id: everywhere, label: noService ?? t`Toutes les démarches` }, ...named(services)]}
        value={serviceId ?? everywhere}
        onChange={(id) => onService(orNull(id))}
      />
    </div>
  );
}
