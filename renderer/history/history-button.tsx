import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { HistoryDialog } from "./history-dialog.tsx";

/** Opens the history of what was done on the floor. */
export function HistoryButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Trans>Historique</Trans>
      </Button>
      {isOpen ? <HistoryDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
