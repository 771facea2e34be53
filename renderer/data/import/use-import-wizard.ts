/** Where the assistant is: the file, what its columns mean, and the trial and the import of it. */
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { SavedMapping, TableView } from "../../../shared/contract/import.ts";
import type { Mapping } from "../../../shared/domain/import-mapping.ts";
import { gapsOf, type ImportPlan, mappingOf, type PlanGap } from "../../../shared/domain/import-plan.ts";
import { useClient } from "../../client/client.ts";
import { sendFile } from "../../client/upload.ts";

export const steps = ["file", "columns", "trial", "import"] as const;
export type Step = (typeof steps)[number];

export interface ImportFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly view: TableView;
}

/** How the table is read where the guess was corrected. */
export type Choice = NonNullable<Mapping["file"]>;

export interface ImportWizard {
  readonly step: Step;
  readonly file: ImportFile | null;
  /** Share of the file that has arrived, while it is being sent. */
  readonly sentShare: number | null;
  readonly choice: Choice;
  readonly plan: ImportPlan | null;
  /** The mapping file as text, where somebody writes it by hand; the plan does not count then. */
  readonly text: string | null;
  /** What to ask the console with; null while something is missing. */
  readonly mapping: unknown;
  readonly gaps: readonly PlanGap[];
  readonly trialId: string | null;
  readonly importId: string | null;
  readonly error: unknown;
  readonly isBusy: boolean;
  send(file: File): void;
  stopSending(): void;
  look(choice: Choice): void;
  change(plan: ImportPlan): void;
  write(text: string | null): void;
  begin(kind: "trial" | "import"): void;
  goTo(step: Step): void;
  startAnew(): void;
}

interface State {
  readonly step: Step;
  readonly file: ImportFile | null;
  readonly choice: Choice;
  readonly plan: ImportPlan | null;
  readonly text: string | null;
  readonly trialId: string | null;
  readonly importId: string | null;
}

const nothing: State = {
  step: "file",
  file: null,
  choice: {},
  plan: null,
  text: null,
  trialId: null,
  importId: null,
};

export function useImportWizard(): ImportWizard {
  const client = useClient();
  const [state, setState] = useState(nothing);
  const [sentShare, setSentShare] = useState<number | null>(null);
  const sending = useRef<AbortController | null>(null);
  const { file, choice, plan, text } = state;
  const change = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));

  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const stop = new AbortController();
      sending.current = stop;
      setSentShare(0);
      const fileId = await sendFile(
        client,
        chosen,
        (bytes) => setSentShare(bytes / Math.max(1, chosen.size)),
        stop.signal,
      );
      const view = await client.import.look({ fileId, choice: {} });
      return { fileId, fileName: chosen.name, view };
    },
    onSuccess: (sent) => setState({ ...nothing, step: "columns", file: sent, plan: sent.view.plan }),
    onSettled: () => setSentShare(null),
  });
  const look = useMutation({
    mutationFn: async (next: Choice) => {
      if (file === null) throw new Error("there is no file to look at");
      return { next, view: await client.import.look({ fileId: file.fileId, choice: next }) };
    },
    onSuccess: ({ next, view }) => {
      if (file !== null) change({ file: { ...file, view }, choice: next, plan: view.plan });
    },
  });
  const mapping = mappingFrom(plan, text, choice);
  const begin = useMutation({
    mutationFn: (kind: "trial" | "import") => {
      if (file === null || mapping === null) throw new Error("there is nothing to import yet");
      return client.import.start({ fileId: file.fileId, kind, mapping });
    },
    onSuccess: ({ id, kind }) =>
      change(kind === "trial" ? { step: "trial", trialId: id } : { step: "import", importId: id }),
  });

  return {
    ...state,
    sentShare,
    mapping,
    gaps: text === null && plan !== null ? gapsOf(plan) : [],
    error: send.error ?? look.error ?? begin.error,
    isBusy: send.isPending || look.isPending || begin.isPending,
    send: (chosen) => send.mutate(chosen),
    stopSending: () => sending.current?.abort(),
    look: (next) => look.mutate(next),
    change: (next) => change({ plan: next, trialId: null }),
    write: (next) => change({ text: next, trialId: null }),
    begin: (kind) => begin.mutate(kind),
    goTo: (step) => change({ step }),
    startAnew() {
      send.reset();
      begin.reset();
      setState(nothing);
    },
  };
}

/** What the console is asked with; null where the plan has gaps or the text is no JSON. */
function mappingFrom(plan: ImportPlan | null, text: string | null, choice: Choice): unknown {
  if (text === null) return plan === null || gapsOf(plan).length > 0 ? null : mappingOf(plan, choice);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A mapping as the text of its file. */
export function mappingText(mapping: unknown): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** What a saved mapping puts into the assistant: the plan where it was said there, else its text. */
export function startFrom({ mapping, plan }: SavedMapping): { plan: ImportPlan } | { text: string } {
  return plan === null ? { text: mappingText(mapping) } : { plan };
}
