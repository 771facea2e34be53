import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { useOwnAgentId } from "../client/session.ts";
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
import { useMayOpen } from "./screen-access.ts";
import "./rail.css";

/** The screens beside the notes. */
const besideNotes = /^\/(?:coaching\/.*|sheets)$/;

/** The way to every screen. */
export function Rail() {
  const { t } = useLingui();
  const mayOpen = useMayOpen();
  const isAgent = useOwnAgentId() !== null;
  return (
    <nav className="rail" aria-label={t`Écrans`}>
      <div className="rail-logo">
        <svg viewBox="0 0 34 34" aria-hidden="true">
          <path d="M9.5 10.5 17 25l7.5-14.5" />
        </svg>
      </div>
      {mayOpen("/") ? <RailLink to="/" icon={<FloorIcon />} label={t`Plateau`} alsoAt="/replay" /> : null}
      {mayOpen("/trends") ? <RailLink to="/trends" icon={<TrendsIcon />} label={t`Tendances`} /> : null}
      {mayOpen("/backup") ? <RailLink to="/backup" icon={<BackupIcon />} label={t`Renforts`} /> : null}
      <RailLink
        to={mayOpen("/coaching") ? "/coaching" : "/sheets"}
        icon={<CoachingIcon />}
        label={t`Suivi`}
        alsoAt={besideNotes}
      />
      <RailLink to="/principles" icon={<PrinciplesIcon />} label={t`Principes`} alsoAt="/principles/*" />
      {mayOpen("/wallboard/choose") ? (
        <RailLink to="/wallboard/choose" icon={<WallIcon />} label={t`Mural`} />
      ) : null}
      {mayOpen("/data") ? (
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
