/** The target in force at a point of a chart. */
import type { Channel } from "./channel.ts";
import { type Service, type Target, targetAt } from "./service.ts";

/**
 * The target of a service at an instant; null where the channels shown have different ones, because
 * there is then no one line to draw.
 *
 * @param channel null for all channels of the service
 */
export function commonTarget(
  service: Service,
  channel: Channel | null,
  atMs: number,
): Pick<Target, "withinSeconds" | "share"> | null {
  const [first, ...others] = channel === null ? service.channels : [channel];
  if (first === undefined) return null;
  const target = targetAt(service, first, atMs);
  const isShared = others.every((other) => {
    const { withinSeconds, share } = targetAt(service, other, atMs);
    return withinSeconds === target.withinSeconds && share === target.share;
  });
  return isShared ? target : null;
}
