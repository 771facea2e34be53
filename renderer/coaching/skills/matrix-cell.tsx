import { useLingui } from "@lingui/react/macro";
import { type SkillCell, shownLevel, skillExpiry } from "../../../shared/domain/skill-matrix.ts";
import { StateMark, type StateShape } from "../../ui/state-mark.tsx";
import { useLevelWord } from "./level-words.ts";

export interface MatrixCellProps {
  /** Undefined where nothing is known. */
  readonly cell: SkillCell | undefined;
  readonly today: string;
  /** Whom and what it is about; read aloud. */
  readonly about: string;
  /** Row and column. */
  readonly place: string;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  /** Null: it can only be read. */
  readonly onPress: (() => void) | null;
}

const shapes: readonly StateShape[] = ["dash", "ring", "half", "disc"];

/** What one person can do of one service; opens it for who may change it. */
export function MatrixCell({ cell, today, about, place, isTabStop, onFocus, onPress }: MatrixCellProps) {
  const { t } = useLingui();
  const levelWord = useLevelWord();
  const level = cell === undefined ? 0 : shownLevel(cell);
  const expiry = cell === undefined ? "none" : skillExpiry(cell, today);
  const entered = cell?.entered ?? null;
  const signalled = cell?.signalledLevel ?? null;
  const signalledWord = signalled === null ? "" : levelWord(signalled);
  const tone = expiry === "expired" ? "bad" : level >= 2 ? "good" : "neutral";
  return (
    <button
      type="button"
      className="matrix-cell"
      data-cell={place}
      data-level={level}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
      {...(onPress === null ? { "aria-disabled": true } : { onClick: onPress })}
    >
      <span className="visually-hidden">{about} : </span>
      <StateMark shape={shapes[level] ?? "dash"} tone={tone}>
        {levelWord(level)}
      </StateMark>
      {expiry === "expired" ? <small className="matrix-expired">{t`expirée`}</small> : null}
      {expiry === "soon" ? <small className="matrix-soon">{t`expire bientôt`}</small> : null}
      {entered !== null && signalled !== null && signalled !== entered.level ? (
        <small>{t`signalé : ${signalledWord}`}</small>
      ) : null}
    </button>
  );
}
