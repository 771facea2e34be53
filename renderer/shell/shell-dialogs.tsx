import { useState } from "react";
import { AlertsPanel } from "../alerts/alerts-panel.tsx";
import { CallDialog } from "../backup/call-dialog.tsx";
import { HistoryDialog } from "../history/history-dialog.tsx";
import { ShortcutSheet } from "../palette/shortcut-sheet.tsx";
import { useShellCommands } from "./use-shell-commands.ts";
import { useShortcut } from "./use-shortcut.ts";

export type ShellDialog = "alerts" | "backup" | "history" | "shortcuts";

/** Dialogs that the palette opens, whatever screen it was opened on. */
export function ShellDialogs() {
  const [open, setOpen] = useState<ShellDialog | null>(null);
  const close = () => setOpen(null);
  useShellCommands(setOpen);
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
