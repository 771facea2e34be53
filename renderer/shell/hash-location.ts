/**
 * Addresses of screens: `#/replay?day=2026-02-03`. What a screen is asked for stands after its path
 * in the fragment, or in the page's own query where the screen was reached within the page.
 */
import { useSearch } from "wouter/use-browser-location";
import { type navigate, useHashLocation } from "wouter/use-hash-location";

function split(location: string): { readonly path: string; readonly search: string | null } {
  const start = location.indexOf("?");
  return start === -1
    ? { path: location, search: null }
    : { path: location.slice(0, start), search: location.slice(start + 1) };
}

/** The path of the screen, and how to go to another one. */
export function useHashPath(): [string, typeof navigate] {
  const [location, go] = useHashLocation();
  return [split(location).path, go];
}

useHashPath.hrefs = (href: string) => `#${href}`;

/** What the screen is asked for. */
export function useHashSearch(): string {
  const [hash] = useHashLocation();
  const ownSearch = useSearch();
  return split(hash).search ?? ownSearch;
}
