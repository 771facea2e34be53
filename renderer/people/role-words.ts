import { useLingui } from "@lingui/react/macro";
import type { Role } from "../../shared/domain/role.ts";

/** The name of a role, as it stands after a person's name. */
export function useRoleName(): (role: Role) => string {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case "supervisor":
        return t`Supervision`;
      case "team_lead":
        return t`Encadrement d’équipe`;
      case "manager":
        return t`Direction`;
      case "agent":
        return t`Agent`;
      case "administrator":
        return t`Administration`;
    }
  };
}

/** What a role opens, in one line. */
export function useRoleDetail(): (role: Role) => string {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case "supervisor":
        return t`Conduit le plateau : réaffecte, appelle en renfort.`;
      case "team_lead":
        return t`Accompagne les agents de son équipe : notes, séances, compétences.`;
      case "manager":
        return t`Voit les tendances de tous les accueils, exporte, rédige le rapport.`;
      case "agent":
        return t`Voit ses notes, ses compétences et ses repères ; propose des idées.`;
      case "administrator":
        return t`Règle la console, les sources et les personnes.`;
    }
  };
}
