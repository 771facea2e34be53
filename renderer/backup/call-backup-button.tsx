import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useHotkey } from "../ui/use-hotkey.ts";
import { CallDialog } from "./call-dialog.tsx";

/** Opens the call for backup, from the header or with B. */
export function CallBackupButton() {
  const [isOpen, setIsOpen] = useState(false);
  useHotkey("b", () => setIsOpen(true));
  return (
    <>
      <Button variant="primary" onPress={() => setIsOpen(true)} aria-keyshortcuts="B">
        <Trans>Appeler un renfort</Trans> <Kbd>B</Kbd>
      </Button>
      {isOpen ? <CallDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
