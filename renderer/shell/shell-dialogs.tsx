import { useState } from "react";
import { AlertsPanel } from "../alerts/alerts-panel.tsx";
import { CallDialog } from "../backup/call-dialog.tsx";
import { useMutedBecause } from "../floor/floor-mode.ts";
import { HistoryDialog } from "../history/history-dialog.tsx";
import { ShortcutSheet } from "../palette/shortcut-sheet.tsx";
import { showToast } from "../ui/toast.tsx";
import { useShellCommands } from "./use-shell-commands.ts";
import { useShortcut } from "./use-shortcut.ts";

export type ShellDialog = "alerts" | "backup" | "history" | "shortcuts";

/** Dialogs that the palette opens, whatever screen it was opened on. */
export function ShellDialogs() {
  const [open, setOpen] = useState<ShellDialog | null>(null);
  const mutedBecause = useMutedBecause();
  const close = () => setOpen(null);
  useShellCommands((dialog) => {
    if (dialog === "backup" && mutedBecause !== null) showToast({ title: mutedBecause, level: "warn" });
    else setOpen(dialog);
  });
  useShortcut("sheet", () => setOpen("shortcuts"));
  switch (open) {
    case "alerts":
      return <AlertsPanel onClose={close} />;
    case "backup":
      return <CallDialog onClose={close} />;
    case "history":
      return <HistoryDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutSheet onClose={close} />;
    case null:
      return null;
  }
}
