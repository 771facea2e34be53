import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useRoleName } from "../people/role-words.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { rolesOf, type ScreenPath } from "./screen-access.ts";
import { ScreenHeader } from "./screen-header.tsx";

/** Stands where a screen is closed to whoever asked for it: says to whom it is open, and what to do. */
export function RefusedScreen({ path }: { readonly path: ScreenPath }) {
  const { t, i18n } = useLingui();
  const roleName = useRoleName();
  const names = new Intl.ListFormat(i18n.locale, { type: "disjunction" }).format(rolesOf(path).map(roleName));
  return (
    <>
      <ScreenHeader title={t`Écran réservé`} />
      <EmptyState
        title={t`Votre rôle n’ouvre pas cet écran.`}
        action={
          <Link to="/" className="button button-soft">
            {t`Aller à mon premier écran`}
          </Link>
        }
      >
        {t`Il s’ouvre avec le rôle : ${names}. Si vous en avez besoin, l’administration peut vous le donner.`}
      </EmptyState>
    </>
  );
}
