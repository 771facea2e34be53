import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { SheetDialog, type SheetDialogProps } from "./sheet-dialog.tsx";

/** Opens the sheet of a service. */
export function SheetButton({ serviceId, name }: Omit<SheetDialogProps, "onClose">) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>{t`Fiche`}</Button>
      {isOpen ? <SheetDialog serviceId={serviceId} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
