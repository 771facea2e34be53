import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMayOpen } from "../shell/screen-access.ts";

/** The way to the feeds, from where nothing can be shown before they have spoken; nothing for whom they are closed. */
export function SourcesLink() {
  const { t } = useLingui();
  const mayOpen = useMayOpen();
  return mayOpen("/data") ? (
    <Link className="button button-soft" to="/data">
      {t`Voir les flux`}
    </Link>
  ) : null;
}
