import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReplayMark } from "../../shared/domain/replay-mark.ts";
import { useAlertWords } from "../alerts/words.ts";
import { useDirectory } from "../client/queries.ts";
import { actionWords } from "../history/words.ts";
import type { StateShape, StateTone } from "../ui/state-mark.tsx";

export interface MarkLook {
  readonly shape: StateShape;
  readonly tone: StateTone;
}

/** Shape and colour of each kind of mark; its words go with them. */
export const markLooks: Record<ReplayMark["kind"], MarkLook> = {
  alert: { shape: "diamond", tone: "bad" },
  reassigned: { shape: "square", tone: "accent" },
  action: { shape: "square", tone: "neutral" },
  taken_back: { shape: "ring", tone: "neutral" },
  backup_requested: { shape: "triangle", tone: "accent" },
  backup_arrived: { shape: "check", tone: "good" },
};

/** Gives the words of a mark in the language of the screens. */
export function useMarkWords(): (mark: ReplayMark) => string {
  const { t, i18n } = useLingui();
  const alertWords = useAlertWords();
  const directory = useDirectory().data;

  function serviceName(id: string): string {
    return directory?.services.find((service) => service.id === id)?.name ?? id;
  }

  function personName(id: string): string {
    const people = [
      ...(directory?.roster ?? []).map(({ agentId, name }) => ({ id: agentId, name })),
      ...(directory?.agents ?? []),
    ];
    return people.find((person) => person.id === id)?.name ?? id;
  }

  function target(mark: Extract<ReplayMark, { kind: "reassigned" }>): string {
    const parts = [
      ...(mark.toServiceId === null ? [] : [serviceName(mark.toServiceId)]),
      ...(mark.toAgentId === null ? [] : [personName(mark.toAgentId)]),
    ];
    return parts.length === 0 ? "" : ` → ${parts.join(", ")}`;
  }

  return (mark) => {
    switch (mark.kind) {
      case "alert":
        return t`Alerte : ${alertWords.subject(mark.alert)}, ${alertWords.reason(mark.alert.reason)}`;
      case "reassigned": {
        const count = mark.caseCount;
        return `${plural(count, { one: "# dossier réaffecté", other: "# dossiers réaffectés" })}${target(mark)} (${mark.reason})`;
      }
      case "action": {
        const cases = plural(mark.caseCount, { one: "# dossier", other: "# dossiers" });
        const about = mark.caseCount > 0 ? cases : mark.agentIds.map(personName).join(", ");
        return `${i18n._(actionWords[mark.actionKind])} (${about})`;
      }
      case "taken_back": {
        const count = mark.caseCount;
        return t`Action annulée : ${plural(count, { one: "# dossier est revenu", other: "# dossiers sont revenus" })}`;
      }
      case "backup_requested":
        return t`Renfort appelé pour ${serviceName(mark.serviceId)} : ${mark.agentIds.map(personName).join(", ")}`;
      case "backup_arrived":
        return t`Renfort arrivé pour ${serviceName(mark.serviceId)} : ${mark.agentIds.map(personName).join(", ")}`;
    }
  };
}
