import "./kbd.css";

/** A key, next to what it does; a hint for the eye only (`aria-keyshortcuts` says it to the ear). */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
