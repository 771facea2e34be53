import { useLingui } from "@lingui/react/macro";
import "./sparkline.css";

const width = 80;
const height = 22;
const inset = 2.5;

/** Queue lengths every five minutes over two hours, with the last one marked. */
export function Sparkline({ lengths }: { readonly lengths: readonly number[] }) {
  const { t } = useLingui();
  const last = lengths.at(-1);
  if (last === undefined) return null;
  const most = Math.max(...lengths);
  const first = lengths[0] ?? last;
  const step = (width - 2 * inset) / Math.max(1, lengths.length - 1);
  const points = lengths.map((length, index) => {
    const y = height - inset - (length / Math.max(1, most)) * (height - 2 * inset);
    return [inset + index * step, y] as const;
  });
  const [endX, endY] = points.at(-1) ?? [0, 0];
  const path = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`File sur deux heures : de ${first} à ${last}, au plus ${most}`}
    >
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      <path d={`M${path}`} />
      <circle cx={endX} cy={endY} r="2.2" />
    </svg>
  );
}
