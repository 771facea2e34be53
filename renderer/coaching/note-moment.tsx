import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Note } from "../../shared/domain/note.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { useKnownAgents } from "./use-notes.ts";

/** When a note was written, about which case, and how busy the floor was then. */
export function NoteMoment({ note }: { readonly note: Note }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  return (
    <dl className="note-moment">
      <div>
        <dt>{t`Le moment`}</dt>
        <dd className="number">{dateTime(note.createdAtMs, timeZone)}</dd>
        {note.caseId === null ? null : <CaseLine caseId={note.caseId} />}
      </div>
      <FloorThen note={note} />
    </dl>
  );
}

function CaseLine({ caseId }: { readonly caseId: string }) {
  const { t } = useLingui();
  const client = useClient();
  const services = useDirectory().data?.services;
  const found = useQuery({
    queryKey: queryKey("note", "case", caseId),
    queryFn: () => client.case.get({ id: caseId }),
    retry: false,
  }).data;
  const serviceId = found?.legs.at(-1)?.serviceId;
  const service = services?.find((one) => one.id === serviceId)?.name ?? serviceId;
  const name = found?.ticket ?? caseId;
  return (
    <dd className="note-moment-detail">
      {service === undefined ? t`Dossier ${name}` : `${name} · ${service}`}
    </dd>
  );
}

function FloorThen({ note }: { readonly note: Note }) {
  const { t } = useLingui();
  const { clock } = useFormat();
  const client = useClient();
  const siteId = useKnownAgents().find((one) => one.id === note.agentId)?.siteId ?? null;
  const atMs = note.createdAtMs;
  const total = useQuery({
    queryKey: queryKey("note", "floor-then", siteId, atMs),
    queryFn: () => client.floor.at({ siteId, atMs }),
    retry: false,
  }).data?.total;
  if (total === undefined) return null;
  const longest = total.longestWaitSeconds === null ? null : clock(total.longestWaitSeconds);
  return (
    <div>
      <dt>{t`Le plateau alors`}</dt>
      <dd className="number">
        <Plural value={total.queueLength} one="# en attente" other="# en attente" />
      </dd>
      <dd className="note-moment-detail number">
        {longest === null ? null : <>{t`plus longue ${longest}`} · </>}
        <Plural value={total.inService} one="# en cours" other="# en cours" />
      </dd>
    </div>
  );
}
