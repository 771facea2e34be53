/** How the network reaches this machine. */
import { networkInterfaces } from "node:os";

/** The machine's IPv4 addresses, those of the network first, its own last. */
export function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all
    .filter(({ family }) => family === "IPv4")
    .sort((a, b) => Number(a.internal) - Number(b.internal))
    .map(({ address }) => address);
}
