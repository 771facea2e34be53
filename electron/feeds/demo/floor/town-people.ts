/** Who works in the demo town, and who can be called in. All invented. */
import type { Skill } from "../../../../shared/domain/agent.ts";
import type { Absence, AgentPlan, BackupPlan } from "./plan.ts";
import {
  annexe,
  civilStatus,
  elections,
  family,
  mail,
  passports,
  planning,
  switchboard,
  townHall,
} from "./town-keys.ts";

function agent(
  siteId: string,
  name: string,
  counter: string,
  skills: readonly Skill[],
  absences: readonly Absence[],
): AgentPlan {
  return { id: agentId(name), name, siteId, counter, skills, absences };
}

function agentId(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return `demo-${plain.replaceAll(/[^a-z]+/g, "-").replace(/-$/, "")}`;
}

function skill(serviceId: string, level: number): Skill {
  return { serviceId, level };
}

/** A morning break, lunch and an afternoon break, by their minutes since opening. */
function breaks(morning: number, lunch: number, afternoon: number): Absence[] {
  return [
    { state: "paused", reason: "Pause", fromMinute: morning, minutes: 12 },
    { state: "paused", reason: "Déjeuner", fromMinute: lunch, minutes: 45 },
    { state: "paused", reason: "Pause", fromMinute: afternoon, minutes: 12 },
  ];
}

function away(state: Absence["state"], reason: string, fromMinute: number, minutes: number): Absence {
  return { state, reason, fromMinute, minutes };
}

export const agents: readonly AgentPlan[] = [
  agent(
    townHall,
    "Amina B.",
    "Guichet 1",
    [skill(passports, 3), skill(civilStatus, 2)],
    breaks(95, 195, 400),
  ),
  agent(townHall, "Benoît L.", "Guichet 2", [skill(passports, 3)], breaks(120, 240, 420)),
  agent(
    townHall,
    "Chloé R.",
    "Guichet 3",
    [skill(civilStatus, 3), skill(elections, 2)],
    breaks(105, 240, 440),
  ),
  agent(
    townHall,
    "David M.",
    "Guichet 4",
    [skill(civilStatus, 2), skill(family, 2), skill(elections, 3)],
    breaks(135, 285, 410),
  ),
  agent(townHall, "Élise T.", "Guichet 5", [skill(passports, 2), skill(family, 2)], breaks(150, 330, 430)),
  agent(townHall, "Farid K.", "Poste 21", [skill(switchboard, 3)], breaks(110, 285, 450)),
  agent(townHall, "Gaëlle P.", "Poste 22", [skill(switchboard, 2), skill(mail, 2)], breaks(174, 240, 405)),
  agent(
    townHall,
    "Hugo S.",
    "Guichet 6",
    [skill(planning, 3)],
    [...breaks(125, 195, 445), away("back_office", "Instruction de dossiers", 330, 50)],
  ),
  agent(townHall, "Jeanne D.", "Guichet 7", [skill(family, 3), skill(civilStatus, 1)], breaks(115, 195, 415)),
  agent(townHall, "Karim A.", "Guichet 8", [skill(passports, 2), skill(elections, 2)], breaks(160, 285, 455)),
  agent(townHall, "Lucie F.", "Poste 23", [skill(mail, 3), skill(switchboard, 1)], breaks(140, 195, 425)),
  agent(
    townHall,
    "Mathieu G.",
    "Guichet 9",
    [skill(planning, 2), skill(passports, 1)],
    [away("training", "Formation titres sécurisés", 100, 110), ...breaks(60, 240, 460)],
  ),
  agent(annexe, "Nadia O.", "Guichet A", [skill(passports, 2), skill(civilStatus, 2)], breaks(130, 210, 420)),
  agent(
    annexe,
    "Olivier C.",
    "Guichet B",
    [skill(civilStatus, 3), skill(passports, 2)],
    breaks(100, 260, 450),
  ),
];

function backup(
  siteId: string,
  name: string,
  counter: string,
  travelMinutes: number,
  inHouse: boolean,
  phone: string,
  skills: readonly Skill[],
): BackupPlan {
  return {
    agentId: agentId(name),
    name,
    siteId,
    counter,
    travelMinutes,
    inHouse,
    phone,
    // The demo plays at any hour, and nobody of it has a mailbox.
    hours: null,
    email: null,
    skills: [...skills],
  };
}

export const backups: readonly BackupPlan[] = [
  backup(townHall, "Inès V.", "Guichet 10", 3, true, "Poste 413", [
    skill(passports, 2),
    skill(civilStatus, 2),
  ]),
  backup(townHall, "Paul E.", "Poste 24", 2, true, "Poste 416", [skill(switchboard, 2), skill(mail, 2)]),
  backup(townHall, "Rachida N.", "Guichet 11", 8, false, "Poste 419", [
    skill(passports, 3),
    skill(elections, 1),
  ]),
  backup(townHall, "Simon W.", "Guichet 12", 5, true, "Poste 422", [skill(family, 2), skill(elections, 2)]),
  backup(townHall, "Théo J.", "Guichet 13", 12, false, "Poste 425", [
    skill(civilStatus, 2),
    skill(family, 1),
  ]),
  backup(townHall, "Yasmine H.", "Guichet 14", 4, true, "Poste 428", [
    skill(planning, 2),
    skill(passports, 1),
  ]),
  backup(annexe, "Zoé I.", "Guichet C", 15, false, "Poste 431", [skill(passports, 2), skill(civilStatus, 1)]),
];
