import { useSettings } from "../client/queries.ts";

/** Height of a row of the case list, in CSS pixels; the same as `--row-s`. */
export function useRowHeight(): number {
  return useSettings().data?.density === "compact" ? 29 : 36;
}
