import { Plural, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { BackupState } from "../../shared/domain/backup.ts";
import type { PrincipleEvidence } from "../../shared/domain/principle-evidence.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { replayAddress } from "../replay/replay-address.ts";
import { useFormat } from "../ui/format.ts";
import { useStandingWords } from "./commitments/words.ts";
import { useScoreWords } from "./feedback/score-words.ts";
import { useIdeaWords } from "./ideas/words.ts";
import { useProblemWords } from "./problems/words.ts";
import { useNames } from "./use-names.ts";

export interface EvidenceLine {
  /** Names the thing among the others. */
  readonly key: string;
  readonly text: string;
  readonly detail: ReactNode;
  /** Where the thing itself can be looked at. */
  readonly address: string;
}

/** What is behind a principle, each in a line that leads to it. */
export function useEvidenceLines(siteId: string | null): (evidence: PrincipleEvidence) => EvidenceLine {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone();
  const names = useNames();
  const calls = useCallWords();
  const standings = useStandingWords();
  const scoreWords = useScoreWords();
  const { states: ideas } = useIdeaWords();
  const { states: problems } = useProblemWords();
  const when = (atMs: number) => format.dateTime(atMs, timeZone);
  const moment = (atMs: number) => (timeZone === null ? "/replay" : replayAddress(atMs, timeZone));
  return (evidence) => {
    switch (evidence.kind) {
      case "cover":
        return {
          key: evidence.serviceId,
          text: names.service(evidence.serviceId),
          detail: (
            <Plural
              value={evidence.people}
              _0="personne ne la tient seul"
              one="# personne la tient seule"
              other="# personnes la tiennent seules"
            />
          ),
          address: "/coaching/skills",
        };
      case "backup_call": {
        const service = names.service(evidence.serviceId);
        return {
          key: evidence.id,
          text: t`Renfort pour « ${service} »`,
          detail: `${calls[evidence.state]} · ${when(evidence.atMs)}`,
          address: moment(evidence.atMs),
        };
      }
      case "transfer": {
        const ticket = evidence.ticket ?? evidence.caseId;
        const service = names.service(evidence.serviceId);
        return {
          key: `${evidence.caseId} ${evidence.atMs}`,
          text: t`${ticket}, passé à « ${service} »`,
          detail: when(evidence.atMs),
          address: moment(evidence.atMs),
        };
      }
      case "idea":
        return {
          key: evidence.id,
          text: evidence.title,
          detail: `${ideas[evidence.state]} · ${when(evidence.atMs)}`,
          address: `/principles/ideas?idea=${encodeURIComponent(evidence.id)}`,
        };
      case "day": {
        const wait = format.duration(evidence.waitSeconds);
        return {
          key: evidence.date,
          text: format.date(Date.parse(`${evidence.date}T12:00:00Z`), "UTC"),
          detail: t`attente médiane ${wait}`,
          address: `/trends?${new URLSearchParams({ period: "day", date: evidence.date, site: siteId ?? "", chart: "waits" })}`,
        };
      }
      case "commitment":
        return {
          key: evidence.id,
          text: evidence.what,
          detail: `${standings[evidence.standing]} · ${when(evidence.dueAtMs)}`,
          address: `/principles/commitments?commitment=${encodeURIComponent(evidence.id)}`,
        };
      case "problem":
        return {
          key: evidence.id,
          text: evidence.text,
          detail: `${problems[evidence.state]} · ${when(evidence.atMs)}`,
          address: `/principles/problems?problem=${encodeURIComponent(evidence.id)}`,
        };
      case "words":
        return {
          key: `${evidence.atMs} ${evidence.words}`,
          text: evidence.words,
          detail: `${scoreWords(evidence.treated)} · ${names.service(evidence.serviceId)}`,
          address: `/principles/feedback?at=${evidence.atMs}`,
        };
      case "reply": {
        const share = evidence.personalShare === null ? "–" : format.percent(evidence.personalShare);
        return {
          key: evidence.id,
          text: names.service(evidence.serviceId),
          detail: `${t`${share} personnel`} · ${when(evidence.atMs)}`,
          address: `/coaching/replies?reply=${encodeURIComponent(evidence.id)}`,
        };
      }
    }
  };
}

function useCallWords(): Record<BackupState, string> {
  const { t } = useLingui();
  return {
    requested: t`Demandé`,
    accepted: t`Accepté`,
    declined: t`Décliné`,
    expired: t`Sans réponse`,
    arrived: t`Arrivé`,
    released: t`Libéré`,
  };
}
