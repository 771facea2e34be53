import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { BackupIcon, CoachingIcon, DataIcon, FloorIcon, SettingsIcon, TrendsIcon } from "../ui/icons.tsx";
import { DisplayMenu } from "./display-menu.tsx";
import "./rail.css";

/** The way to every screen. */
export function Rail() {
  const { t } = useLingui();
  return (
    <nav className="rail" aria-label={t`Écrans`}>
      <div className="rail-logo">
        <svg viewBox="0 0 34 34" aria-hidden="true">
          <path d="M9.5 10.5 17 25l7.5-14.5" />
        </svg>
      </div>
      <RailLink to="/" icon={<FloorIcon />} label={t`Plateau`} />
      <RailLink to="/trends" icon={<TrendsIcon />} label={t`Tendances`} />
      <RailLink to="/backup" icon={<BackupIcon />} label={t`Renforts`} />
      <RailLink to="/coaching" icon={<CoachingIcon />} label={t`Suivi`} />
      <RailLink to="/data" icon={<DataIcon />} label={t`Données`} />
      <span className="grow" />
      <DisplayMenu />
      <RailLink to="/settings" icon={<SettingsIcon />} label={t`Réglages`} />
    </nav>
  );
}

function RailLink(props: { readonly to: string; readonly icon: ReactNode; readonly label: string }) {
  const [isHere] = useRoute(props.to);
  return (
    <Link to={props.to} className="rail-item" {...(isHere ? { "aria-current": "page" as const } : {})}>
      {props.icon}
      <span>{props.label}</span>
    </Link>
  );
}
