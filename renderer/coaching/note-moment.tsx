import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { NoteLoad, SeenNote } from "../../shared/domain/note.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { useMay } from "../client/session.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { replayAddress } from "../replay/replay-address.ts";
import { useFormat } from "../ui/format.ts";

export type TiedNote = Pick<SeenNote, "caseId" | "replyId" | "momentAtMs" | "load">;

/** What a note is about: the moment, its case or reply, and how busy the floor was then. Nothing where it is about none. */
export function NoteMoment({ note }: { readonly note: TiedNote }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const mayReplay = useMay()("replay", "watch");
  const atMs = note.load?.atMs ?? note.momentAtMs;
  if (atMs === null && note.caseId === null && note.replyId === null) return null;
  return (
    <div className="note-moment">
      <dl>
        <div>
          <dt>{t`Le moment`}</dt>
          {atMs === null ? null : <Moment atMs={atMs} />}
          {note.caseId === null ? null : <CaseLine caseId={note.caseId} />}
          {note.replyId === null ? null : <dd className="note-moment-detail">{t`Réponse envoyée`}</dd>}
        </div>
        {note.load === null ? null : <FloorThen load={note.load} />}
      </dl>
      {atMs === null || timeZone === null || !mayReplay ? null : (
        <Link className="button button-plain" to={replayAddress(atMs, timeZone)}>
          {t`Revoir ce moment`}
        </Link>
      )}
    </div>
  );
}

function Moment({ atMs }: { readonly atMs: number }) {
  const timeZone = useTimeZone();
  const { date, time } = useFormat();
  return (
    <dd className="number">
      {date(atMs, timeZone)}, {time(atMs, timeZone)}
    </dd>
  );
}

function CaseLine({ caseId }: { readonly caseId: string }) {
  const { t } = useLingui();
  const client = useClient();
  const services = useDirectory().data?.services;
  // Agents know their own cases by number; what became of them is the floor’s.
  const mayRead = useMay()("case", "get");
  const found = useQuery({
    queryKey: queryKey("note", "case", caseId),
    queryFn: () => client.case.get({ id: caseId }),
    retry: false,
    enabled: mayRead,
  }).data;
  const serviceId = found?.legs.at(-1)?.serviceId;
  const service = services?.find((one) => one.id === serviceId)?.name ?? serviceId;
  const name = found?.ticket ?? caseId;
  return (
    <dd className="note-moment-detail">
      {service === undefined ? t`Dossier ${name}` : `${name} · ${service}`}
      {found === undefined || found.visit < 2 ? null : <> · {t`${found.visit}e passage`}</>}
    </dd>
  );
}

function FloorThen({ load }: { readonly load: NoteLoad }) {
  const { t } = useLingui();
  const { clock } = useFormat();
  const longest = load.longestWaitSeconds === null ? null : clock(load.longestWaitSeconds);
  return (
    <div>
      <dt>{t`Le plateau alors`}</dt>
      <dd className="number">
        <Plural value={load.waiting} one="# en attente" other="# en attente" />
      </dd>
      <dd className="note-moment-detail number">
        {longest === null ? null : <>{t`plus longue ${longest}`} · </>}
        <Plural value={load.agentsOn} one="# agent au public" other="# agents au public" />
      </dd>
    </div>
  );
}
