import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "../client/session.ts";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { CallDialog } from "./call-dialog.tsx";

/** Opens the call for backup, from the header or with B; nothing for who may not call. */
export function CallBackupButton() {
  return useMay()("backup", "request") ? <Opener /> : null;
}

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  const keys = useShortcut("callBackup", () => setIsOpen(true));
  return (
    <>
      <Button variant="primary" onPress={() => setIsOpen(true)} {...keys}>
        <Trans>Appeler un renfort</Trans> <Kbd>B</Kbd>
      </Button>
      {isOpen ? <CallDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
