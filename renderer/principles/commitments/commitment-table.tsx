import { useLingui } from "@lingui/react/macro";
import type { CommitmentView } from "../../../shared/contract/commitment.ts";
import type { CommitmentStanding } from "../../../shared/domain/commitment.ts";
import { useClock } from "../../client/server-clock.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { useNames } from "../use-names.ts";
import { useValueWords } from "../value-words.ts";
import { type Settlement, useSettleCommitment } from "./use-commitments.ts";
import { standingLooks, useStandingWords } from "./words.ts";

const dayMs = 24 * 60 * 60 * 1_000;

export interface CommitmentTableProps {
  readonly standing: CommitmentStanding;
  readonly rows: readonly CommitmentView[];
  /** The commitment that somebody came for. */
  readonly currentId: string | null;
  /** Something is being settled; its row will leave the table. */
  readonly onSettle: () => void;
}

/** Commitments that stand alike, the one due first in front. */
export function CommitmentTable({ standing, rows, currentId, onSettle }: CommitmentTableProps) {
  const { t } = useLingui();
  const words = useStandingWords();
  const names = useNames();
  const { dateTime, duration } = useFormat();
  const valueWords = useValueWords();
  const clock = useClock();
  const timeZone = useTimeZone();
  const settle = useSettleCommitment();
  const settleAs = (settlement: Settlement) => {
    onSettle();
    settle.mutate(settlement);
  };
  const isPending = (id: string) => settle.isPending && settle.variables.commitment.id === id;
  const isSettled = standing === "kept_in_time" || standing === "kept_late";
  const columns: TableColumn<CommitmentView>[] = [
    {
      id: "what",
      title: t`Promis`,
      render: ({ what, ticket, caseId, serviceId }) => (
        <>
          <span className="commitment-what">{what}</span>
          <small className="commitment-where">
            {[ticket ?? caseId, serviceId === null ? null : names.service(serviceId)]
              .filter((part) => part !== null)
              .join(" · ")}
          </small>
        </>
      ),
    },
    { id: "owner", title: t`Tenu par`, render: ({ ownerName }) => ownerName },
    {
      id: "due",
      title: t`Pour le`,
      isNumber: true,
      render: ({ dueAtMs }) => {
        if (standing !== "overdue") return dateTime(dueAtMs, timeZone);
        const lateMs = clock.nowMs() - dueAtMs;
        const late =
          lateMs < dayMs ? duration(lateMs / 1_000) : valueWords(Math.floor(lateMs / dayMs), "days");
        return (
          <>
            {dateTime(dueAtMs, timeZone)}
            <small className="commitment-where">{t`depuis ${late}`}</small>
          </>
        );
      },
    },
    isSettled
      ? {
          id: "kept",
          title: t`Fait le`,
          isNumber: true,
          render: ({ keptAtMs }) => (keptAtMs === null ? "–" : dateTime(keptAtMs, timeZone)),
        }
      : {
          id: "settle",
          title: t`Suite`,
          render: (commitment) =>
            commitment.maySettle ? (
              <span className="commitment-actions">
                <Button
                  variant="soft"
                  aria-label={t`Tenu : ${commitment.what}`}
                  isPending={isPending(commitment.id)}
                  onPress={() => settleAs({ commitment, as: "kept" })}
                >
                  {t`Tenu`}
                </Button>
                {standing === "overdue" ? (
                  <Button
                    variant="quiet"
                    aria-label={t`Non tenu : ${commitment.what}`}
                    isPending={isPending(commitment.id)}
                    onPress={() => settleAs({ commitment, as: "missed" })}
                  >
                    {t`Non tenu`}
                  </Button>
                ) : null}
              </span>
            ) : null,
        },
  ];
  return (
    <section className="commitment-group" aria-label={words[standing]}>
      <h3 className="entry-list-head">
        <StateMark {...standingLooks[standing]}>{words[standing]}</StateMark>
        <span className="number">{rows.length}</span>
      </h3>
      <Table
        label={words[standing]}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        currentKey={currentId}
      />
    </section>
  );
}
