import { useLingui } from "@lingui/react/macro";
import { CheckboxGroup, Label } from "react-aria-components";
import { roles } from "../../shared/domain/role.ts";
import { useDirectory } from "../client/queries.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { ComboBox } from "../ui/combo-box.tsx";
import type { PersonForm, PersonProblem } from "./person-form.ts";
import { useRoleDetail, useRoleName } from "./role-words.ts";

interface PersonFieldsProps {
  readonly form: PersonForm;
  readonly wrong: readonly PersonProblem[];
  readonly onChange: (change: Partial<PersonForm>) => void;
}

/** The roles that somebody has, each with what it opens. */
export function RoleFields({ form, wrong, onChange }: PersonFieldsProps) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const roleDetail = useRoleDetail();
  const isWrong = wrong.includes("roles");
  return (
    <CheckboxGroup
      className="field person-roles"
      value={[...form.roles]}
      onChange={(chosen) => onChange({ roles: roles.filter((role) => chosen.includes(role)) })}
      isInvalid={isWrong}
    >
      <Label className="field-label">{t`Rôles`}</Label>
      {roles.map((role) => (
        <Checkbox key={role} value={role}>
          <span>
            <strong>{roleName(role)}</strong>
            <small>{roleDetail(role)}</small>
          </span>
        </Checkbox>
      ))}
      {isWrong ? <p className="field-error">{t`Choisissez au moins un rôle.`}</p> : null}
    </CheckboxGroup>
  );
}

/** Which agent of the floor the person is. */
export function OwnAgentField({ form, wrong, onChange }: PersonFieldsProps) {
  const { t } = useLingui();
  const agents = useDirectory().data?.agents ?? [];
  return (
    <>
      <ComboBox
        label={t`Agent au plateau`}
        hint={t`Relie la personne à ses notes et à ses repères. Vide : elle ne reçoit pas de public.`}
        openLabel={t`Montrer tous les agents`}
        options={agents.map(({ id, name }) => ({ id, label: name }))}
        value={form.agentId}
        onChange={(agentId) => onChange({ agentId })}
      />
      {wrong.includes("agent") ? (
        <p className="field-error">{t`Dites quel agent est cette personne, ou retirez ce rôle.`}</p>
      ) : null}
    </>
  );
}

/** Whom a team lead coaches: everybody, or the agents that are ticked. */
export function TeamField({ form, onChange }: Omit<PersonFieldsProps, "wrong">) {
  const { t } = useLingui();
  const agents = useDirectory().data?.agents ?? [];
  const { teamAgentIds } = form;
  return (
    <fieldset className="field person-team">
      <legend className="field-label">{t`Son équipe`}</legend>
      <Checkbox
        isSelected={teamAgentIds === null}
        onChange={(isEverybody) => onChange({ teamAgentIds: isEverybody ? null : [] })}
      >
        {t`Tous les agents`}
      </Checkbox>
      {teamAgentIds === null ? null : (
        <CheckboxGroup
          aria-label={t`Agents de son équipe`}
          className="person-team-list"
          value={[...teamAgentIds]}
          onChange={(chosen) => onChange({ teamAgentIds: chosen })}
        >
          {agents.map(({ id, name }) => (
            <Checkbox key={id} value={id}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </fieldset>
  );
}
