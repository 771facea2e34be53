/** The typed client: everything a screen may ask. */
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { contract } from "../../shared/contract/contract.ts";
import { openSession, openSocket } from "./browser-link.ts";
import { openPort } from "./desktop-link.ts";
import { Connection, type LinkState } from "./link.ts";

export type VigieClient = ContractRouterClient<typeof contract>;

export interface Console {
  readonly client: VigieClient;
  readonly connection: Connection;
}

/** Connects this page to its console, over the port of the desktop window or the socket of a browser. */
export function connect(): Console {
  const isDesktop = location.protocol === "app:";
  const session = isDesktop ? Promise.resolve() : openSession();
  const connection = new Connection(async () => {
    await session;
    return isDesktop ? openPort() : openSocket();
  });
  return { client: createORPCClient<VigieClient>(connection), connection };
}

const ConsoleContext = createContext<Console | null>(null);

export const ConsoleProvider = ConsoleContext.Provider;

function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (value === null) throw new Error("No ConsoleProvider above this component.");
  return value;
}

/** The typed client of this page. */
export function useClient(): VigieClient {
  return useConsole().client;
}

/** The connection of this page, for those who follow a stream. */
export function useConnection(): Connection {
  return useConsole().connection;
}

/** Whether the console is heard at the moment. */
export function useLinkState(): LinkState {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}
