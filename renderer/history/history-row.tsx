import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { HistoryEntry } from "../../shared/contract/action.ts";
import type { ActionKind } from "../../shared/domain/action-kind.ts";
import { undoWindowMs } from "../../shared/domain/case-action.ts";
import { useClient, type VigieClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { actionWords } from "./words.ts";

const undoable: ReadonlySet<ActionKind> = new Set([
  "reassign",
  "prioritise",
  "hold",
  "resume",
  "requeue",
  "move_agent",
]);

export function HistoryRow({ entry }: { readonly entry: HistoryEntry }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(entry.siteId);
  const client = useClient();
  const sentence = useFaultSentence();
  const directory = useDirectory().data;
  const mayUndo = useMay()("case", "undo");
  const isRecent = useAtTick((nowMs) => nowMs - entry.atMs < undoWindowMs);
  const undo = useMutation({ mutationFn: () => takeBack(client, entry) });
  const services = entry.serviceIds.map(
    (id) => directory?.services.find((service) => service.id === id)?.name ?? id,
  );
  const people = entry.agentIds.map((id) => nameOf(id, directory));
  const undoneAt = entry.undoneAtMs === null ? null : format.time(entry.undoneAtMs, timeZone);
  const refused = undo.data ?? 0;
  return (
    <li className="history-row">
      <div className="history-head">
        <time className="number">{format.time(entry.atMs, timeZone)}</time>
        <div className="history-what">
          <strong>{i18n._(actionWords[entry.kind])}</strong>
          <span>
            {entry.caseCount === 0 ? null : (
              <>
                <Plural value={entry.caseCount} one="# dossier" other="# dossiers" />
                {" · "}
              </>
            )}
            {services.join(" → ")}
            {people.length === 0 ? null : ` · ${people.join(", ")}`}
          </span>
          <small>{entry.reason === null ? entry.by : t`${entry.by} : « ${entry.reason} »`}</small>
        </div>
        {undoneAt !== null ? (
          <span className="history-undone">
            <Trans>Annulé à {undoneAt}</Trans>
          </span>
        ) : mayUndo && undoable.has(entry.kind) && isRecent ? (
          <Button isDisabled={undo.isPending} onPress={() => undo.mutate()}>
            <Trans>Annuler</Trans>
          </Button>
        ) : null}
      </div>
      {undo.isError ? (
        <p className="field-error" role="alert">
          {sentence(undo.error)}
        </p>
      ) : null}
      {refused === 0 ? null : (
        <p className="field-error" role="alert">
          <Plural
            value={refused}
            one="# dossier a bougé depuis : il reste où il est."
            other="# dossiers ont bougé depuis : ils restent où ils sont."
          />
        </p>
      )}
      <OutcomeTable entry={entry} />
    </li>
  );
}

/** Gives how many cases could not be taken back. */
async function takeBack(client: VigieClient, { id, kind, agentIds }: HistoryEntry): Promise<number> {
  const [agentId] = agentIds;
  if (kind === "move_agent" && agentId !== undefined) {
    await client.agent.undoMove({ agentId, actionId: id });
    return 0;
  }
  const { refused } = await client.case.undo({ actionId: id });
  return refused.length;
}

function nameOf(
  agentId: string,
  directory:
    | {
        readonly agents: readonly { readonly id: string; readonly name: string }[];
        readonly roster: readonly { readonly agentId: string; readonly name: string }[];
      }
    | undefined,
): string {
  return (
    directory?.agents.find((agent) => agent.id === agentId)?.name ??
    directory?.roster.find((person) => person.agentId === agentId)?.name ??
    agentId
  );
}
