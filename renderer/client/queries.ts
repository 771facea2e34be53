/** Questions that several screens ask; their answers are kept until the console says that they changed. */
import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Noun } from "../../shared/contract/console.ts";
import type { Settings } from "../../shared/domain/settings.ts";
import { useClient, useConnection } from "./client.ts";
import { Disconnected } from "./link.ts";
import { followStream } from "./stream.ts";

/** Makes the cache of answers. The network's state says nothing about a console on the same machine. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (_count, error) => error instanceof Disconnected,
        retryDelay: 500,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/**
 * The key of a question. It begins with the noun that the answer is about, so that the answer is
 * asked for again when that noun changes.
 */
export function queryKey(noun: Noun, ...rest: readonly unknown[]): readonly unknown[] {
  return [noun, ...rest];
}

const settingsKey = queryKey("settings");

/** What of the settings is told before anybody has signed in; the frame of every page goes by it. */
export function useFrameSettings() {
  const client = useClient();
  return useQuery({ queryKey: settingsKey, queryFn: () => client.settings.get() });
}

/** The settings that screens use; undefined until somebody has signed in. */
export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: settingsKey,
    queryFn: () => client.settings.get(),
    select: (settings) => (settings.told === "frame" ? undefined : settings),
  });
}

/** Changes the settings given; the screens follow at once. */
export function useChangeSettings() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Settings>) => client.settings.put(change),
    onSuccess: (settings) => cache.setQueryData(settingsKey, settings),
  });
}

export function useDirectory() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("directory"), queryFn: () => client.directory.get() });
}

export function useConsoleStatus() {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("console", "status"),
    queryFn: () => client.console.status(),
  });
}

/** Follows what changes in the console and asks again for whatever a screen shows of it. */
export function useChangeFeed(): void {
  const client = useClient();
  const connection = useConnection();
  const cache = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void followStream(
      connection,
      stop.signal,
      async () => {
        const changes = await client.console.watch(undefined, { signal: stop.signal });
        await cache.invalidateQueries();
        return changes;
      },
      ({ changed }) => {
        // An answer that is on its way is waited for: asking anew each time would never end on a busy floor.
        for (const noun of changed) {
          void cache.invalidateQueries({ queryKey: queryKey(noun) }, { cancelRefetch: false });
        }
        return "go_on";
      },
    );
    return () => stop.abort();
  }, [client, connection, cache]);
}
