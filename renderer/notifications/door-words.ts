import { useLingui } from "@lingui/react/macro";
import type { FaultValue } from "../../shared/faults.ts";

/** Why answers can't be taken from the network, and what to choose instead. */
export function useDoorWords(): (fault: FaultValue) => string {
  const { t } = useLingui();
  return ({ data }) => {
    switch (data["reason"]) {
      case "in_use":
        return t`Fermée : ce port est pris par un autre programme. Choisissez-en un autre.`;
      case "no_such_address":
        return t`Fermée : cette machine n’a plus cette adresse. Choisissez-en une autre.`;
      default:
        return t`Fermée : le système refuse ce port. Choisissez-en un autre.`;
    }
  };
}
