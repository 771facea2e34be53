import { useLingui } from "@lingui/react/macro";
import type { FaultValue } from "../../../shared/faults.ts";
import { useFormat } from "../../ui/format.ts";
import { useRejectReason } from "../use-reject-reason.ts";

/** Says in one or two sentences what went wrong with a connector, and what to do. */
export function useFailureSentence(): (fault: FaultValue) => string {
  const { t } = useLingui();
  const { number } = useFormat();
  const rejectReason = useRejectReason();
  return (fault) => {
    const { code, data } = fault;
    if (code === "store_full") return t`Le disque est plein : rien de nouveau ne peut être gardé.`;
    if (code === "internal") return t`Une erreur inattendue s’est produite ; le journal garde les détails.`;
    if (code !== "source_unreachable") return `${rejectReason(fault)} ${t`Voyez les rejets.`}`;
    switch (data["reason"]) {
      case "no_connection":
        return t`Injoignable. Vérifiez l’adresse et le réseau ; un nouvel essai est prévu.`;
      case "timed_out":
        return t`Pas de réponse à temps ; un nouvel essai est prévu.`;
      case "refused":
        return t`Clé d’accès refusée. Donnez celle d’un compte qui peut voir cette file.`;
      case "unknown_scope": {
        const scope = String(data["scope"] ?? "");
        return t`Aucune file ne porte le numéro ${scope}. Vérifiez l’adresse et le numéro.`;
      }
      case "status": {
        const status = number(Number(data["status"] ?? 0));
        return t`Réponse HTTP ${status} ; un nouvel essai est prévu.`;
      }
      case "too_large":
        return t`Réponse trop volumineuse, laissée de côté. Vérifiez l’adresse.`;
      default:
        return t`La réponse n’est pas celle attendue. Vérifiez que l’adresse est celle de l’API.`;
    }
  };
}
