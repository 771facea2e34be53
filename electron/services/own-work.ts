/** What one agent promised to citizens, and the replies that they sent. */
import { setImmediate as pause } from "node:timers/promises";
import type { Actor } from "../../shared/domain/actor.ts";
import { type OwnRecord, ownRecordSchema } from "../../shared/domain/own-record.ts";
import type { Reply } from "../../shared/domain/reply.ts";
import type { Store } from "../store/store.ts";
import { isOwn } from "./commitment.ts";

export type WorkRecordStore = Pick<Store, "commitmentsDue" | "repliesOf">;

export interface WorkRecord {
  /** All of it, of any age. */
  readonly kept: Pick<OwnRecord, "commitments" | "replies">;
  /** Who wrote commitments down or settled them: names that must not stand in its texts. */
  readonly writers: readonly string[];
}

const readAtOnce = 500;
const keptSchema = ownRecordSchema.pick({ commitments: true, replies: true });

/** Reads what somebody who is an agent promised and wrote. */
export async function workRecord(store: WorkRecordStore, actor: Actor): Promise<WorkRecord> {
  const commitments = (await store.commitmentsDue(0, Number.MAX_SAFE_INTEGER)).filter(({ ownerId }) =>
    isOwn(actor, ownerId),
  );
  const replies = actor.agentId === null ? [] : await everyReply(store, actor.agentId);
  return {
    kept: keptSchema.parse({ commitments, replies: replies.sort((a, b) => a.atMs - b.atMs) }),
    writers: commitments
      .flatMap(({ madeBy, settledBy }) => [madeBy ?? "", settledBy ?? ""])
      .filter((name) => name !== ""),
  };
}

/** The replies of one agent, read in steps with pauses, so that the floor goes on living. */
async function everyReply(store: Pick<Store, "repliesOf">, agentId: string): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (;;) {
    const batch = await store.repliesOf(agentId, replies.at(-1)?.number ?? 0, readAtOnce);
    replies.push(...batch);
    if (batch.length < readAtOnce) return replies;
    await pause();
  }
}
