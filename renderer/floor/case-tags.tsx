import { useLingui } from "@lingui/react/macro";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { priorities } from "../../shared/domain/prioritise.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { Tag } from "../ui/tag.tsx";
import { standingOf } from "./case-standing.ts";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { useAge } from "./running.tsx";
import "./case-tags.css";

/** What people, or the wait alone, decided of a case: its priority, its suspension. */
export function CaseTags({ record }: { readonly record: FloorCase }) {
  const { t } = useLingui();
  const standing = standingOf(record);
  const hasRisen = record.agedAtMs !== null && record.priority === priorities.high;
  return (
    <>
      {record.heldSinceMs === null || standing !== "suspended" ? null : (
        <SuspendedTag sinceMs={record.heldSinceMs} />
      )}
      {record.priority >= priorities.urgent ? <Tag tone="accent">{t`urgent`}</Tag> : null}
      {hasRisen && standing === "waiting" ? (
        <RisenTag record={record} />
      ) : record.priority === priorities.high ? (
        <Tag tone="accent">{t`prioritaire`}</Tag>
      ) : null}
    </>
  );
}

function SuspendedTag({ sinceMs }: { readonly sinceMs: number }) {
  const { t } = useLingui();
  const age = useAge(sinceMs);
  return <Tag>{t`place gardée depuis ${age}`}</Tag>;
}

function RisenTag({ record }: { readonly record: FloorCase }) {
  const { t } = useLingui();
  const format = useFormat();
  const targetSeconds = useFloor((floor) => floor.services.get(serviceKeyOf(record))?.targetSeconds ?? null);
  const halves = useAtTick((nowMs) =>
    targetSeconds === null ? null : Math.floor((nowMs - record.waitSinceMs) / 500 / targetSeconds),
  );
  if (halves === null) return <Tag tone="accent">{t`remonté`}</Tag>;
  const times = format.number(halves / 2);
  return <Tag tone="accent">{t`remonté : attend depuis ${times} × l’objectif`}</Tag>;
}
