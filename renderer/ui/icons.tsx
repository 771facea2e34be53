import type { ReactNode } from "react";

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

/** Decorative icons on a 20 × 20 grid; the words beside them carry the meaning. */
export const FloorIcon = () => (
  <Icon>
    <path d="M2 3h16v5H2zM2 11h7v6H2zM12 11h6v6h-6z" />
  </Icon>
);

export const TrendsIcon = () => (
  <Icon>
    <path d="M2 15l5-6 4 3 7-9M2 18h16" />
  </Icon>
);

export const BackupIcon = () => (
  <Icon>
    <path d="M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-4 10-4 10 0M15 6v6M12 9h6" />
  </Icon>
);

export const CoachingIcon = () => (
  <Icon>
    <path d="M3 3h14v10H9l-4 4v-4H3z" />
  </Icon>
);

export const PrinciplesIcon = () => (
  <Icon>
    <path d="m10 2.5 2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.6-4.6 2.6.9-5.3L2.5 8.1l5.2-.7z" />
  </Icon>
);

export const MineIcon = () => (
  <Icon>
    <path d="M10 3.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6zM3.6 17c.6-3.6 3.1-5.4 6.4-5.4s5.8 1.8 6.4 5.4" />
  </Icon>
);

export const DataIcon = () => (
  <Icon>
    <path d="M3 5c0-3 14-3 14 0v10c0 3-14 3-14 0zM3 5c0 3 14 3 14 0M3 10c0 3 14 3 14 0" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 1v3M10 16v3M1 10h3M16 10h3M4 4l2 2M14 14l2 2M16 4l-2 2M6 14l-2 2" />
  </Icon>
);

export const DisplayIcon = () => (
  <Icon>
    <path d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z" />
    <path d="M10 3v14a7 7 0 0 0 0-14z" fill="currentColor" />
  </Icon>
);

export const WallIcon = () => (
  <Icon>
    <path d="M2 3h16v10H2zM7 17h6M10 13v4" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const ChevronDown = () => (
  <svg className="icon" viewBox="0 0 10 10" aria-hidden="true">
    <path d="m1.5 3.2 3.5 3.6 3.5-3.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

/** Six dots: something that can be dragged. */
export const GripIcon = () => (
  <svg className="icon" viewBox="0 0 10 16" aria-hidden="true">
    <path d="M2 2h2v2H2zM6 2h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12h2v2H2zM6 12h2v2H6z" fill="currentColor" />
  </svg>
);
