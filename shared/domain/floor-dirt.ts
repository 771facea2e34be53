/** What a watcher of the floor has not seen yet. */

/** Key of a service at a site. */
export function serviceKey(siteId: string, serviceId: string): string {
  return JSON.stringify([siteId, serviceId]);
}

/** Which parts have changed since somebody last looked. */
export class FloorDirt {
  readonly services = new Set<string>();
  readonly agents = new Set<string>();
  readonly cases = new Set<string>();
  readonly backupCalls = new Set<string>();
  feeds = false;

  get isClean(): boolean {
    return (
      !this.feeds && this.services.size + this.agents.size + this.cases.size + this.backupCalls.size === 0
    );
  }
}
