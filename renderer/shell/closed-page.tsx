import { Trans } from "@lingui/react/macro";
import { useEffect } from "react";
import "./closed-page.css";

/** Stands in for the console where it doesn't know this page: says how to open it again. */
export function ClosedPage() {
  useEffect(() => {
    document.title = "Vigie";
  }, []);
  return (
    <main className="closed-page">
      <div>
        <h1>
          <Trans>Cette fenêtre n’est plus reliée à la console</Trans>
        </h1>
        <p>
          <Trans>
            Son adresse de lancement a déjà servi ou a été renouvelée. C’est voulu : personne d’autre que vous
            ne peut ouvrir le plateau avec une ancienne adresse. Rien n’est perdu.
          </Trans>
        </p>
        <ol>
          <li>
            <Trans>Fermez cet onglet.</Trans>
          </li>
          <li>
            <Trans>
              Relancez Vigie, ou ouvrez dans ce navigateur l’adresse que la console affiche dans son terminal.
            </Trans>
          </li>
        </ol>
      </div>
    </main>
  );
}
