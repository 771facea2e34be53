import { useEffect, useState } from "react";

/** Long enough to read a page from across the hall. */
const pageMs = 15_000;

export interface Pages {
  readonly page: number;
  readonly isRotating: boolean;
  readonly setRotating: (isRotating: boolean) => void;
}

/** Shows pages in turn, until somebody holds one. */
export function usePages(count: number): Pages {
  const [turn, setTurn] = useState(0);
  const [isRotating, setRotating] = useState(true);
  useEffect(() => {
    if (!isRotating || count < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), pageMs);
    return () => clearInterval(timer);
  }, [isRotating, count]);
  return { page: turn % Math.max(1, count), isRotating, setRotating };
}
