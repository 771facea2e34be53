import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ServiceCover, SkillRow } from "../../../shared/domain/skill-matrix.ts";
import { CoverMark } from "./cover-mark.tsx";
import { MatrixCell } from "./matrix-cell.tsx";

export interface MatrixGridProps {
  readonly matrix: {
    readonly today: string;
    readonly rows: readonly SkillRow[];
    readonly cover: readonly ServiceCover[];
  };
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** Whether the levels of an agent can be changed, or only read. */
  readonly mayEdit: (agentId: string) => boolean;
  readonly onEdit: (row: SkillRow, serviceId: string) => void;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** People by services; arrows move from cell to cell, Enter opens one. */
export function MatrixGrid({ matrix, services, mayEdit, onEdit }: MatrixGridProps) {
  const { t } = useLingui();
  const { rows, today, cover } = matrix;
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const row = clamp(at[0], rows.length);
  const column = clamp(at[1], services.length);

  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = [clamp(row + move[0], rows.length), clamp(column + move[1], services.length)] as const;
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join(",")}"]`)?.focus();
  }

  return (
    <div className="matrix-scroll">
      <table ref={grid} className="matrix" aria-label={t`Compétences par agent et par démarche`}>
        <thead>
          <tr>
            <th scope="col">{t`Agent`}</th>
            {services.map(({ id, name }) => (
              <th key={id} scope="col">
                <span className="matrix-service">{name}</span>
                <CoverMark cover={cover.find((one) => one.serviceId === id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {rows.map((person, rowIndex) => (
            <tr key={person.agentId}>
              <th scope="row">{person.name}</th>
              {services.map(({ id, name }, columnIndex) => (
                <td key={id}>
                  <MatrixCell
                    cell={person.cells.find((cell) => cell.serviceId === id)}
                    today={today}
                    about={`${person.name}, ${name}`}
                    place={`${rowIndex},${columnIndex}`}
                    isTabStop={rowIndex === row && columnIndex === column}
                    onFocus={() => setAt([rowIndex, columnIndex])}
                    onPress={mayEdit(person.agentId) ? () => onEdit(person, id) : null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
