import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type WallboardChoice, wallboardAddress } from "./wallboard-address.ts";

/** What can be done at the wall; out of sight until somebody moves the mouse or presses a key. */
export function BoardTools({ choice }: { readonly choice: WallboardChoice }) {
  const { t } = useLingui();
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const listen = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", listen);
    return () => document.removeEventListener("fullscreenchange", listen);
  }, []);

  /** A display that refuses stays as it is; the person sees that. */
  function toggle() {
    const change = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change.catch(() => undefined);
  }

  return (
    <div className="wall-tools">
      <Button onPress={toggle}>{isFull ? t`Quitter le plein écran` : t`Plein écran`}</Button>
      <a
        className="button button-plain"
        href={`#${wallboardAddress(choice).replace("/wallboard", "/wallboard/choose")}`}
      >
        {t`Choisir les démarches`}
      </a>
    </div>
  );
}
