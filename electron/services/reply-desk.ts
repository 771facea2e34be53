/**
 * Keeps the analysis of the replies of the last thirteen months in memory: made when somebody first asks, brought up
 * to date by what has come since.
 *
 * The work is done in small steps with pauses between them, so that the floor goes on living. A reply that comes late
 * takes its place in time: those after it are analysed anew.
 */
import { setImmediate as pause } from "node:timers/promises";
import type { Reply, ReplyAnalysis } from "../../shared/domain/reply.ts";
import { isBefore, ReplyCorpus } from "../../shared/domain/reply-corpus.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

const keptMs = 400 * 24 * 3_600_000;
const readAtOnce = 200;
/** About 20 ms of work. */
const analysedAtOnce = 40;

export interface DeskReply {
  readonly reply: Reply;
  readonly analysis: ReplyAnalysis;
}

export interface ReplyDesk {
  /** Every reply of the last thirteen months by its id, analysed by what the log and the standard texts say now. */
  current(): Promise<ReadonlyMap<string, DeskReply>>;
}

type DeskStore = Pick<Store, "repliesAfter" | "replyTemplates" | "directory" | "subscribe">;

export function createReplyDesk(store: DeskStore, clock: Clock): ReplyDesk {
  const done = new Map<string, DeskReply>();
  let pending: Reply[] = [];
  let corpus: ReplyCorpus | null = null;
  let lastNumber = 0;
  let isBehind = true;
  let running: Promise<void> | null = null;

  store.subscribe(({ replies, replyTemplates }) => {
    if (replyTemplates) corpus = null;
    if (replies || replyTemplates) isBehind = true;
  });

  async function startAnew(): Promise<ReplyCorpus> {
    const templates = await store.replyTemplates();
    done.clear();
    pending = [];
    lastNumber = 0;
    return new ReplyCorpus(templates);
  }

  async function readNew(into: ReplyCorpus): Promise<void> {
    const sinceMs = clock.nowMs() - keptMs;
    for (;;) {
      const batch = await store.repliesAfter(lastNumber, sinceMs, readAtOnce);
      for (const reply of batch) into.add(reply);
      pending.push(...batch);
      lastNumber = batch.at(-1)?.number ?? lastNumber;
      if (batch.length < readAtOnce) return;
      await pause();
    }
  }

  /** Those that were analysed before something earlier was known. */
  function takeBackLater(): void {
    const [first, ...others] = pending;
    if (first === undefined) return;
    const earliest = others.reduce((found, reply) => (isBefore(reply, found) ? reply : found), first);
    for (const [id, { reply }] of done) {
      if (!isBefore(earliest, reply)) continue;
      done.delete(id);
      pending.push(reply);
    }
  }

  async function analysePending(by: ReplyCorpus): Promise<void> {
    const { services } = await store.directory();
    const names = services.map(({ name }) => name);
    while (pending.length > 0) {
      for (const reply of pending.splice(0, analysedAtOnce)) {
        done.set(reply.id, { reply, analysis: by.analyse(reply, names) });
      }
      await pause();
    }
  }

  async function catchUp(): Promise<void> {
    while (isBehind) {
      isBehind = false;
      try {
        corpus ??= await startAnew();
        const by = corpus;
        await readNew(by);
        takeBackLater();
        await analysePending(by);
      } catch (error) {
        // What was half done is done anew when somebody asks again.
        corpus = null;
        isBehind = true;
        throw error;
      }
    }
  }

  return {
    async current() {
      running ??= catchUp().finally(() => {
        running = null;
      });
      await running;
      return done;
    },
  };
}
