import { useLingui } from "@lingui/react/macro";
import { fewestCalls } from "../../shared/domain/backup-figures.ts";
import { type Principle, principles } from "../../shared/domain/note.ts";
import type { Report } from "../../shared/domain/report.ts";
import { usePrincipleName } from "../coaching/words.ts";
import { useFormat } from "../ui/format.ts";

/** The seven principles, each with the figure that there is for it, or that there is none yet. */
export function PrincipleList({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const nameOf = usePrincipleName();
  const figureOf = usePrincipleFigure(report);
  return (
    <section className="report-principles" aria-labelledby="report-principles">
      <h3 id="report-principles">{t`Les sept principes`}</h3>
      <ol>
        {principles.map((principle) => {
          const figure = figureOf(principle);
          return (
            <li key={principle}>
              <strong>{nameOf(principle)}</strong>
              <span className={figure === null ? "report-unmeasured" : "number"}>
                {figure ?? t`pas encore mesuré`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** One line per principle; null where nothing is measured. */
function usePrincipleFigure({
  figures,
  backup,
  experience,
}: Report): (principle: Principle) => string | null {
  const { t } = useLingui();
  const format = useFormat();

  function oneTeam(): string {
    const calls = format.number(backup.calls);
    if (backup.calls === 0) return t`aucun appel en renfort sur la période`;
    if (backup.acceptedShare === null || backup.answer.medianSeconds === null) {
      const fewest = format.number(fewestCalls);
      return t`${calls} appels en renfort (taux montré à partir de ${fewest})`;
    }
    const accepted = format.percent(backup.acceptedShare);
    const answer = format.duration(backup.answer.medianSeconds);
    return t`${calls} appels en renfort, ${accepted} acceptés, réponse médiane en ${answer}`;
  }

  function knowledge(): string | null {
    if (figures === null || figures.arrivals === 0) return null;
    const share = format.percent(figures.transfersIn / figures.arrivals);
    const count = format.number(figures.transfersIn);
    return t`${count} transferts vers une autre démarche, ${share} des arrivées`;
  }

  function everySecond(): string | null {
    if (figures === null || figures.serviceLevel === null || figures.waitP90Seconds === null) return null;
    const level = format.percent(figures.serviceLevel);
    const wait = format.duration(figures.waitP90Seconds);
    return t`${level} servis dans l’objectif, 9 personnes sur 10 en ${wait} au plus`;
  }

  function empathy(): string | null {
    if (experience === null) return null;
    const score = format.number(Math.round(experience.score));
    const answers = format.number(experience.answers);
    return t`expérience ressentie ${score} sur 100, n = ${answers}`;
  }

  return (principle) => {
    switch (principle) {
      case "one_team":
        return oneTeam();
      case "service_knowledge":
        return knowledge();
      case "every_second":
        return everySecond();
      case "empathy":
        return empathy();
      case "sharing_ideas":
      case "honesty":
      case "no_canned_answers":
        return null;
    }
  };
}
