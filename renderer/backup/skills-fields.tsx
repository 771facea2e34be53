import { useLingui } from "@lingui/react/macro";
import type { Skill } from "../../shared/domain/agent.ts";
import type { Service } from "../../shared/domain/service.ts";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";

const levels = [1, 2, 3] as const;

export interface SkillsFieldsProps {
  readonly services: readonly Service[];
  readonly skills: readonly Skill[];
  readonly onChange: (skills: Skill[]) => void;
  readonly isWrong: boolean;
}

/** What somebody is trained for, each with its level. */
export function SkillsFields({ services, skills, onChange, isWrong }: SkillsFieldsProps) {
  const { t } = useLingui();
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? id;
  const others = services.filter(({ id }) => !skills.some((skill) => skill.serviceId === id));
  return (
    <div className="person-skills">
      <span className="field-label">{t`Formé à`}</span>
      {skills.length === 0 ? null : (
        <ul>
          {skills.map((skill) => {
            const name = nameOf(skill.serviceId);
            return (
              <li key={skill.serviceId}>
                <span>{name}</span>
                <SegmentedControl
                  label={t`Niveau en ${name}`}
                  options={levels.map((level) => ({ id: String(level), label: String(level) }))}
                  value={String(skill.level)}
                  onChange={(level) =>
                    onChange(
                      skills.map((one) =>
                        one.serviceId === skill.serviceId ? { ...one, level: Number(level) } : one,
                      ),
                    )
                  }
                />
                <IconButton
                  label={t`Retirer ${name}`}
                  onPress={() => onChange(skills.filter((one) => one.serviceId !== skill.serviceId))}
                >
                  <CloseIcon />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      {others.length === 0 ? null : (
        <Select
          label={t`Ajouter une démarche`}
          hidesLabel
          placeholder={t`Ajouter une démarche…`}
          options={others.map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(serviceId) => onChange([...skills, { serviceId, level: 2 }])}
        />
      )}
      {isWrong ? (
        <span className="field-error" role="alert">
          {t`Ajoutez une démarche au moins.`}
        </span>
      ) : (
        <small>{t`1 : débute, 2 : autonome, 3 : forme les autres.`}</small>
      )}
    </div>
  );
}
