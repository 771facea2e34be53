/** What the demo town knows and learns: sheets, trainings, and skills that come to an end. All invented. */
import type { ServiceSheetDraft } from "../../../../shared/domain/service-sheet.ts";
import type { EnteredSkill } from "../../../../shared/domain/skill-matrix.ts";
import type { Training } from "../../../../shared/domain/training.ts";
import { addDays, localDate } from "../../../../shared/queueing/intervals.ts";
import { civilStatus, elections, family, passports, planning } from "../floor/town-keys.ts";
import { demoAuthor } from "./author.ts";

/** Short pages on three services; one is to be read again. */
export function demoSheets(nowMs: number, timeZone: string): ServiceSheetDraft[] {
  const today = localDate(nowMs, timeZone);
  return [
    {
      serviceId: passports,
      text: "## Avant de prendre un ticket\n- Photo de moins de six mois, sans lunettes\n- Ancien titre, ou déclaration de perte\n- Justificatif de domicile de moins d’un an\n\n## Ce qu’on ne sait pas\nLa date de livraison. Promettre des nouvelles à une date, pas le titre.",
      reviewDate: addDays(today, 90),
    },
    {
      serviceId: family,
      text: "## Dérogations scolaires\nLa demande reste au guichet famille, garde alternée comprise. N’envoyer à l’état civil que si un acte manque.\n\n## Cantine\nPlus de trois enfants : le formulaire en ligne refuse, prendre le papier.",
      reviewDate: addDays(today, -3),
    },
    {
      serviceId: civilStatus,
      text: "## Copie d’acte\nGratuite. En ligne, au guichet ou par courrier.\n\n## Décès\nBureau du fond, s’asseoir à côté. Une seule personne suit la famille jusqu’au bout.",
      reviewDate: null,
    },
  ];
}

/** One training that was held, and one that is planned. */
export function demoTrainings(nowMs: number, timeZone: string): Training[] {
  const today = localDate(nowMs, timeZone);
  const attendee = (agentId: string, attendance: "expected" | "attended", level: number) => ({
    agentId,
    attendance,
    level,
    expiresDate: addDays(today, 330),
  });
  return [
    {
      id: "demo-training-1",
      topic: "Actes étrangers et transcriptions",
      serviceId: civilStatus,
      date: addDays(today, -20),
      trainer: demoAuthor,
      attendees: [attendee("demo-elise-t", "attended", 2), attendee("demo-amina-b", "attended", 2)],
      state: "confirmed",
      author: demoAuthor,
      confirmedAtMs: nowMs - 19 * 24 * 60 * 60_000,
      confirmedBy: demoAuthor,
    },
    {
      id: "demo-training-2",
      topic: "Inscriptions scolaires et dérogations",
      serviceId: family,
      date: addDays(today, 9),
      trainer: demoAuthor,
      attendees: [attendee("demo-chloe-r", "expected", 1), attendee("demo-karim-a", "expected", 1)],
      state: "planned",
      author: demoAuthor,
      confirmedAtMs: null,
      confirmedBy: null,
    },
  ];
}

/** Skills that were entered by hand: one ends soon, three have ended; that leaves planning to a single person. */
export function demoSkills(nowMs: number, timeZone: string): EnteredSkill[] {
  const today = localDate(nowMs, timeZone);
  const skill = (agentId: string, serviceId: string, level: number, endsInDays: number): EnteredSkill => ({
    agentId,
    serviceId,
    level,
    sinceDate: addDays(today, endsInDays - 365),
    expiresDate: addDays(today, endsInDays),
    by: demoAuthor,
    atMs: nowMs,
    trainingId: null,
  });
  return [
    skill("demo-benoit-l", passports, 3, 21),
    skill("demo-david-m", family, 2, -6),
    skill("demo-mathieu-g", planning, 2, -12),
    skill("demo-yasmine-h", planning, 2, -5),
    skill("demo-karim-a", elections, 2, 200),
  ];
}
