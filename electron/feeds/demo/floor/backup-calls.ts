/** Calls for backup on days that are told after the fact, when nobody sat at the console to make them. */
import { demoAuthor } from "../content/author.ts";
import type { BackupDesk } from "./backup-desk.ts";
import { type DemoAgent, randomFor, type World } from "./world.ts";

const minuteMs = 60_000;
/** Minutes since opening at which somebody looks at the queues: the morning peak and the first lunch shift. */
const looksAtMinutes = [100, 225];
const answerMinutes = 5;
const stayMinutes = 75;

/** Plans the calls of a day that closes; today's are up to whoever sits at the console. */
export function planBackupCalls(world: World, desk: BackupDesk): void {
  if (world.closesAtMs === null) return;
  const random = randomFor(world, "backup calls");
  for (const [index, minute] of looksAtMinutes.entries()) {
    const atMs = world.openMs + (minute + random.between(-15, 15)) * minuteMs;
    const person = random.pick(world.plan.backups);
    const serviceId = person?.skills[0]?.serviceId;
    if (person === undefined || serviceId === undefined) continue;
    world.agenda.at(atMs, () => {
      if (isServing(world.agents.get(person.agentId))) return;
      const id = `${world.run}-backup-${index + 1}`;
      const expiresMs = atMs + answerMinutes * minuteMs;
      const data = {
        site: person.siteId,
        service: serviceId,
        agent: person.agentId,
        by: demoAuthor,
        until: world.scribe.instant(atMs + stayMinutes * minuteMs),
        expiresAt: world.scribe.instant(expiresMs),
      };
      world.scribe.write(atMs, "backup.requested", id, data);
      desk.request({ subject: id, data });
      world.agenda.at(expiresMs, () => {
        if (!desk.isUnanswered(id)) return;
        world.scribe.write(expiresMs, "backup.expired", id, {});
        desk.unanswered(id);
      });
    });
  }
}

function isServing(agent: DemoAgent | undefined): boolean {
  return agent !== undefined && agent.state !== "back_office";
}
