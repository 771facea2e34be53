/** Answers by a signed link: what the link stands for, and what the person says. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { BackupCall } from "../../shared/domain/backup.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { BackupAnswer, BackupService } from "./backup.ts";
import type { Clock } from "./clock.ts";
import { nameIn, timeZoneOf } from "./directory.ts";

const wellFormed = /^([\w-]{1,400})\.([0-9a-z]{1,12})\.([\w-]{43})$/;

/** What a page shows of a call; nothing of it is about a citizen. */
export interface AnswerFacts {
  readonly call: BackupCall;
  readonly personName: string;
  readonly serviceName: string;
  readonly siteName: string;
  readonly timeZone: string;
}

/** `unknown`: the link is not one of ours; `late`: the time to answer is over. */
export type AnswerView =
  | { readonly kind: "unknown" }
  | { readonly kind: "late" }
  | { readonly kind: "open" | "answered"; readonly facts: AnswerFacts };

export interface AnswerDesk {
  /** The token that stands for a call, and for nothing else. */
  token(call: Pick<BackupCall, "id" | "expiresAtMs">): string;
  look(token: string): Promise<AnswerView>;
  /** Takes an answer; `taken` is false where nothing was changed, and the view says why. */
  answer(token: string, answer: AnswerWish): Promise<{ readonly taken: boolean; readonly view: AnswerView }>;
}

/** As a page asks for it. */
export type AnswerWish =
  | { readonly kind: "accept"; readonly inMinutes: number }
  | { readonly kind: "decline"; readonly reason: string | null };

/** Makes the desk; `key` signs the links (HMAC-SHA256) and leaves this machine never. */
export function createAnswerDesk(
  store: Pick<Store, "backupCall" | "directory">,
  backup: Pick<BackupService, "answer">,
  clock: Clock,
  key: Buffer,
): AnswerDesk {
  const signatureOf = (body: string) =>
    createHmac("sha256", key).update(`answer:${body}`).digest("base64url");

  /** The call's id and the end of its time; null where the signature is not ours. */
  function read(token: string): { callId: string; expiresAtMs: number } | null {
    const [, subject = "", expiry = "", signature = ""] = wellFormed.exec(token) ?? [];
    // As texts: the last letter of a signature has bits that no byte needs, and would be free to change.
    const given = Buffer.from(signature);
    const wanted = Buffer.from(signatureOf(`${subject}.${expiry}`));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    return {
      callId: Buffer.from(subject, "base64url").toString("utf8"),
      expiresAtMs: Number.parseInt(expiry, 36),
    };
  }

  async function look(token: string): Promise<AnswerView> {
    const claim = read(token);
    const call = claim === null ? undefined : await store.backupCall(claim.callId);
    if (claim === null || call === undefined) return { kind: "unknown" };
    const facts = await factsOf(call);
    if (call.state !== "requested" && call.state !== "expired") return { kind: "answered", facts };
    return Math.min(claim.expiresAtMs, call.expiresAtMs) <= clock.nowMs()
      ? { kind: "late" }
      : { kind: "open", facts };
  }

  async function factsOf(call: BackupCall): Promise<AnswerFacts> {
    const directory = await store.directory();
    return {
      call,
      personName: directory.roster.find((one) => one.agentId === call.agentId)?.name ?? call.agentId,
      serviceName: nameIn(directory.services, call.serviceId),
      siteName: nameIn(directory.sites, call.siteId),
      timeZone: timeZoneOf(directory, call.siteId),
    };
  }

  return {
    token({ id, expiresAtMs }) {
      const body = `${Buffer.from(id, "utf8").toString("base64url")}.${expiresAtMs.toString(36)}`;
      return `${body}.${signatureOf(body)}`;
    },
    look,
    async answer(token, wish) {
      const before = await look(token);
      if (before.kind !== "open") return { taken: false, view: before };
      try {
        await backup.answer(before.facts.call.id, toAnswer(wish, clock.nowMs()));
        return { taken: true, view: await look(token) };
      } catch (error) {
        // Somebody was quicker: the same link on another device, or the supervisor by telephone.
        if (!(error instanceof Fault && error.code === "backup_already_answered")) throw error;
        return { taken: false, view: await look(token) };
      }
    },
  };
}

function toAnswer(wish: AnswerWish, nowMs: number): BackupAnswer {
  return wish.kind === "accept" ? { kind: "accept", arrivesAtMs: nowMs + wish.inMinutes * 60_000 } : wish;
}
