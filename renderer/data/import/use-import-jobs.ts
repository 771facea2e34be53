/** The imports of the console, as they go on. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FolderView, JobView } from "../../../shared/contract/import.ts";
import { useClient, useConnection } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { followStream } from "../../client/stream.ts";
import { showToast } from "../../ui/toast.tsx";

interface Imports {
  readonly jobs: readonly JobView[];
  readonly folders: readonly FolderView[];
}

/** All imports and trials, the newest first; undefined until they are known. */
export function useImportJobs(): readonly JobView[] | undefined {
  return useImports()?.jobs;
}

/** The watched folders; undefined until they are known. */
export function useWatchedFolders(): readonly FolderView[] | undefined {
  return useImports()?.folders;
}

function useImports(): Imports | undefined {
  const client = useClient();
  const connection = useConnection();
  const [imports, setImports] = useState<Imports>();
  useEffect(() => {
    const stop = new AbortController();
    void followStream(
      connection,
      stop.signal,
      () => client.import.watch(undefined, { signal: stop.signal }),
      (message) => {
        setImports(message);
        return "go_on";
      },
    );
    return () => stop.abort();
  }, [client, connection]);
  return imports;
}

/** What a person can do about an import; says so where it failed. */
export function useJobActions() {
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const onError = (error: unknown) => showToast({ title: sentenceOf(error), level: "bad" });
  return {
    stop: useMutation({ mutationFn: (jobId: string) => client.import.stop({ jobId }), onError }),
    resume: useMutation({ mutationFn: (jobId: string) => client.import.resume({ jobId }), onError }),
    forget: useMutation({ mutationFn: (jobId: string) => client.import.forget({ jobId }), onError }),
  };
}
