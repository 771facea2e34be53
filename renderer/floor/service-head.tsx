import { useLingui } from "@lingui/react/macro";
import { SearchField } from "../ui/search-field.tsx";

export const serviceHeadHeight = 30;

export interface NameFilter {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The columns of the services table; with many services their names can be filtered by. */
export function ServiceHead({ filter }: { readonly filter: NameFilter | null }) {
  const { t } = useLingui();
  return (
    <tr className="service-head">
      <th scope="col">
        {filter === null ? (
          t`Démarche`
        ) : (
          <SearchField
            label={t`Filtrer les démarches`}
            placeholder={t`Filtrer les démarches`}
            value={filter.text}
            onChange={filter.onChange}
            clearLabel={t`Effacer le filtre`}
          />
        )}
      </th>
      <th scope="col" className="cell-number">{t`En attente`}</th>
      <th scope="col">{t`Plus longue`}</th>
      <th scope="col">{t`Attente prévue`}</th>
      <th scope="col">{t`Dans l’objectif`}</th>
      <th scope="col" className="wide-only">{t`Aujourd’hui`}</th>
      <th scope="col" className="cell-number">{t`Abandons`}</th>
      <th scope="col">{t`Deux heures`}</th>
      <th scope="col" className="cell-number">{t`Agents`}</th>
    </tr>
  );
}
