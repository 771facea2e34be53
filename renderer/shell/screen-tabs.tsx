import { Link, useRoute } from "wouter";
import { useMayOpen } from "./screen-access.ts";
import "./screen-tabs.css";

export interface ScreenTab {
  /** The address of the screen. */
  readonly to: string;
  readonly label: string;
  /** What waits there today; 0 is not shown. */
  readonly count?: number;
}

/** Links between screens that belong together, in the bar on top of each of them; those that are closed are left out. */
export function ScreenTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly ScreenTab[] }) {
  const mayOpen = useMayOpen();
  return (
    <nav className="screen-tabs" aria-label={label}>
      {tabs
        .filter(({ to }) => mayOpen(to))
        .map((tab) => (
          <TabLink key={tab.to} {...tab} />
        ))}
    </nav>
  );
}

function TabLink({ to, label, count = 0 }: ScreenTab) {
  const [isHere] = useRoute(to);
  return (
    <Link to={to} className="screen-tab" {...(isHere ? { "aria-current": "page" as const } : {})}>
      {label}
      {count === 0 ? null : <span className="screen-tab-count number">{count}</span>}
    </Link>
  );
}
