import "./skeleton.css";

/** Grey bars in the place of rows that are being fetched for the first time. */
export function Skeleton({ rows, label }: { readonly rows: number; readonly label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={`row-${row + 1}`} />
      ))}
    </div>
  );
}
