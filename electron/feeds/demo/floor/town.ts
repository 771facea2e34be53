/** The demo town: two sites, seven services, fourteen agents. */
import type { TownPlan } from "./plan.ts";
import { annexe, townHall } from "./town-keys.ts";
import { agents, backups } from "./town-people.ts";
import { queues, services } from "./town-services.ts";

/** The town that the demo plays. */
export const demoTown: TownPlan = {
  sites: [
    { id: townHall, name: "Hôtel de ville", timeZone: "Europe/Paris" },
    { id: annexe, name: "Mairie annexe", timeZone: "Europe/Paris" },
  ],
  services,
  queues,
  agents,
  backups,
};
