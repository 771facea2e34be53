/** What the people of the demo town have reported: told twice, judged, or still open. All invented. */
import {
  changeProblem,
  type Problem,
  type ProblemChange,
  type ProblemReport,
  problemOf,
} from "../../../../shared/domain/problem.ts";
import { localDate, parseMoment } from "../../../../shared/queueing/intervals.ts";
import { monthsToldOf } from "../days.ts";
import { civilStatus, elections, family, passports, switchboard, townHall } from "../floor/town-keys.ts";
import { demoAuthor } from "./author.ts";

const hourMs = 60 * 60 * 1_000;

interface Story {
  readonly serviceId: string;
  /** The oldest first. */
  readonly told: readonly { readonly hoursAgo: number; readonly text: string }[];
  readonly judged?: ProblemChange;
  /** A day ago where nothing else is said. */
  readonly judgedHoursAgo?: number;
}

const stories: readonly Story[] = [
  {
    serviceId: passports,
    told: [
      {
        hoursAgo: 76,
        text: "Le lecteur d’empreintes du guichet 2 ne répond plus : il faut le débrancher et attendre deux minutes.",
      },
      { hoursAgo: 29, text: "Encore le lecteur d’empreintes du guichet 2, trois fois ce matin." },
    ],
    judged: { nature: "real", severity: 2, state: "being_fixed", expertId: "demo-benoit-l" },
  },
  {
    serviceId: family,
    told: [
      {
        hoursAgo: 50,
        text: "Le formulaire de cantine en ligne refuse les familles de plus de trois enfants.",
      },
    ],
    judged: { nature: "real", severity: 3, state: "open", expertId: "demo-jeanne-d" },
  },
  {
    serviceId: family,
    told: [
      {
        hoursAgo: 26,
        text: "Le formulaire de cantine en ligne refuse toujours les familles de plus de trois enfants.",
      },
    ],
  },
  {
    serviceId: civilStatus,
    told: [{ hoursAgo: 98, text: "L’imprimante des actes a bourré une fois, elle marche de nouveau." }],
    judged: { nature: "glitch", severity: 1, state: "solved", expertId: null },
  },
];

/** Three of the month before the one that the principles show: solved since, so that it shows how that went. */
function earlierStories(nowMs: number, timeZone: string): Story[] {
  const { before } = monthsToldOf(localDate(nowMs, timeZone));
  const hoursAgo = (day: number) =>
    (nowMs - parseMoment(`${before}-${String(day).padStart(2, "0")}T10:00`, timeZone)) / hourMs;
  const solved: ProblemChange = { nature: "real", severity: 2, state: "solved", expertId: null };
  return [
    {
      serviceId: switchboard,
      told: [{ hoursAgo: hoursAgo(3), text: "Le message d’attente du standard coupe après trois minutes." }],
      judged: solved,
      judgedHoursAgo: hoursAgo(27),
    },
    {
      serviceId: elections,
      told: [{ hoursAgo: hoursAgo(4), text: "La borne d’accueil n’imprime plus les tickets E." }],
      judged: { ...solved, severity: 3 },
      judgedHoursAgo: hoursAgo(6),
    },
    {
      serviceId: passports,
      told: [{ hoursAgo: hoursAgo(5), text: "L’appareil photo de la cabine donne des photos trop sombres." }],
      judged: solved,
      judgedHoursAgo: hoursAgo(28),
    },
  ];
}

/** The problems as they stand at an instant; two of them say nearly the same, and wait for somebody to see it. */
export function demoProblems(nowMs: number, timeZone: string): Problem[] {
  const all = [...stories, ...earlierStories(nowMs, timeZone)];
  return all.map(({ serviceId, told, judged, judgedHoursAgo = 24 }, index) => {
    const id = `demo-problem-${index + 1}`;
    const reports = told.map(
      ({ hoursAgo, text }, place): ProblemReport => ({
        id: `${id}-report-${place + 1}`,
        by: demoAuthor,
        atMs: nowMs - hoursAgo * hourMs,
        text,
        siteId: townHall,
        serviceId,
        caseId: null,
      }),
    );
    const [first, ...others] = reports;
    if (first === undefined) throw new Error(`the demo problem ${id} has no report`);
    const problem = { ...problemOf(id, first), reports: [first, ...others] };
    return judged === undefined
      ? problem
      : changeProblem(problem, judged, demoAuthor, nowMs - judgedHoursAgo * hourMs);
  });
}
