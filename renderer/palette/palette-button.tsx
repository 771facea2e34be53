import { Trans } from "@lingui/react/macro";
import { Button } from "react-aria-components";
import { Kbd } from "../ui/kbd.tsx";
import { usePalette } from "./palette-context.tsx";
import "./palette.css";

/** Opens the palette, from the header of every screen. */
export function PaletteButton() {
  const { open } = usePalette();
  return (
    <Button className="palette-open" aria-keyshortcuts="Control+K" aria-haspopup="dialog" onPress={open}>
      <span>
        <Trans>Rechercher ou agir</Trans>
      </span>
      <Kbd>Ctrl K</Kbd>
    </Button>
  );
}
