import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { useMay, useOwnAgentId } from "../client/session.ts";
import {
  BackupIcon,
  CoachingIcon,
  DataIcon,
  FloorIcon,
  MineIcon,
  PrinciplesIcon,
  SettingsIcon,
  TrendsIcon,
  WallIcon,
} from "../ui/icons.tsx";
import { DisplayMenu } from "./display-menu.tsx";
import "./rail.css";

/** The screens beside the notes. */
const besideNotes = /^\/(?:coaching\/.*|sheets)$/;

/** The way to every screen. */
export function Rail() {
  const { t } = useLingui();
  const may = useMay();
  const seesFloor = may("floor", "watch");
  const isAgent = useOwnAgentId() !== null;
  return (
    <nav className="rail" aria-label={t`Écrans`}>
      <div className="rail-logo">
        <svg viewBox="0 0 34 34" aria-hidden="true">
          <path d="M9.5 10.5 17 25l7.5-14.5" />
        </svg>
      </div>
      {seesFloor ? <RailLink to="/" icon={<FloorIcon />} label={t`Plateau`} alsoAt="/replay" /> : null}
      {may("chart", "table") ? <RailLink to="/trends" icon={<TrendsIcon />} label={t`Tendances`} /> : null}
      {seesFloor ? <RailLink to="/backup" icon={<BackupIcon />} label={t`Renforts`} /> : null}
      <RailLink
        to={may("note", "find") ? "/coaching" : "/sheets"}
        icon={<CoachingIcon />}
        label={t`Suivi`}
        alsoAt={besideNotes}
      />
      <RailLink to="/principles" icon={<PrinciplesIcon />} label={t`Principes`} alsoAt="/principles/*" />
      {seesFloor ? <RailLink to="/wallboard/choose" icon={<WallIcon />} label={t`Mural`} /> : null}
      {may("feed", "list") ? (
        <RailLink to="/data" icon={<DataIcon />} label={t`Données`} alsoAt="/data/import" />
      ) : null}
      {isAgent ? <RailLink to="/mine" icon={<MineIcon />} label={t`Mon espace`} /> : null}
      <span className="grow" />
      <DisplayMenu />
      <RailLink to="/settings" alsoAt="/settings/*" icon={<SettingsIcon />} label={t`Réglages`} />
    </nav>
  );
}

interface RailLinkProps {
  readonly to: string;
  /** Another address of the same screen. */
  readonly alsoAt?: string | RegExp;
  readonly icon: ReactNode;
  readonly label: string;
}

function RailLink(props: RailLinkProps) {
  const [isThere] = useRoute(props.to);
  const [isAlsoThere] = useRoute(props.alsoAt ?? props.to);
  const isHere = isThere || isAlsoThere;
  return (
    <Link to={props.to} className="rail-item" {...(isHere ? { "aria-current": "page" as const } : {})}>
      {props.icon}
      <span>{props.label}</span>
    </Link>
  );
}
