import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useShortcut } from "../shell/use-shortcut.ts";
import { CommandProvider } from "./command-registry.tsx";
import { Palette } from "./palette.tsx";

interface PaletteControl {
  readonly open: () => void;
}

const PaletteContext = createContext<PaletteControl | null>(null);

/** The palette, opened by Ctrl K from anywhere, and the registry of what can be done. */
export function PaletteProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const control = useMemo((): PaletteControl => ({ open: () => setIsOpen(true) }), []);
  useShortcut("palette", control.open);
  return (
    <CommandProvider>
      <PaletteContext value={control}>
        {children}
        {isOpen ? <Palette onClose={() => setIsOpen(false)} /> : null}
      </PaletteContext>
    </CommandProvider>
  );
}

export function usePalette(): PaletteControl {
  const control = useContext(PaletteContext);
  if (control === null) throw new Error("No PaletteProvider above this component.");
  return control;
}
