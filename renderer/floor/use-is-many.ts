import { useState } from "react";

/** From so many rows on, a list of the floor can be filtered; a shorter one is read at a glance. */
const manyRows = 12;

/** Whether a list is, or has been, long enough to be filtered: the field does not come and go with a row. */
export function useIsMany(count: number): boolean {
  const [was, setWas] = useState(false);
  const isMany = was || count >= manyRows;
  if (isMany && !was) setWas(true);
  return isMany;
}
