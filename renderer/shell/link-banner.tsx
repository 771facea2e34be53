import { useLingui } from "@lingui/react/macro";
import { useLinkState } from "../client/client.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import "./banner.css";

/** Says that what is on screen is not live, while it isn't. */
export function LinkBanner() {
  const { t } = useLingui();
  const isDown = useLinkState() === "down";
  return (
    <div role="status">
      {isDown ? (
        <p className="banner banner-warn">
          <LevelShape level="warn" />
          <span>
            <strong>{t`Pas en direct.`}</strong>{" "}
            {t`La console ne répond pas : l’écran montre le dernier état reçu. Nouvel essai en cours…`}
          </span>
        </p>
      ) : null}
    </div>
  );
}
