/** How events arrive: health of the sources, the HTTP address, rejects, the demo floor. */
import type { DemoStatus } from "../../shared/contract/feed.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { Reject } from "../../shared/domain/reject.ts";
import type { Store } from "../store/store.ts";
import { demoLabel } from "./console.ts";

/** The store's label that says whether a person last started or stopped the demo floor. */
const demoWantedLabel = "demo-wanted";

/** The HTTP feed, as far as a person needs it: where to post, and with what token. */
export interface HttpFeedAccess {
  /** Null until the server listens. */
  url(): string | null;
  token(): string;
  renewToken(): string;
}

/** The demo floor, as far as a person can steer it. */
export interface DemoControl {
  readonly running: boolean;
  readonly speed: number;
  start(speed: number): Promise<void>;
  stop(): Promise<void>;
}

export interface FeedService {
  list(): Promise<FeedHealth[]>;
  http(): { url: string; token: string } | null;
  renewToken(): { url: string; token: string } | null;
  rejects(limit: number): Promise<{ total: number; rejects: Reject[] }>;
  demoStatus(): Promise<DemoStatus>;
  /** Whether the demo floor may start unasked: nothing has ever come in, or it ran last time. */
  welcomesDemo(): Promise<boolean>;
  startDemo(speed: number): Promise<DemoStatus>;
  stopDemo(): Promise<DemoStatus>;
}

/** Makes the feed service. */
export function createFeeds(store: Store, httpFeed: HttpFeedAccess, demo: DemoControl): FeedService {
  async function demoStatus(): Promise<DemoStatus> {
    return {
      running: demo.running,
      speed: demo.speed,
      hasDemoData: (await store.label(demoLabel)) === "yes",
    };
  }
  return {
    list: () => store.feeds(),
    http() {
      const url = httpFeed.url();
      return url === null ? null : { url, token: httpFeed.token() };
    },
    renewToken() {
      const url = httpFeed.url();
      return url === null ? null : { url, token: httpFeed.renewToken() };
    },
    rejects: (limit) => store.rejects(limit),
    demoStatus,
    async welcomesDemo() {
      const wanted = await store.label(demoWantedLabel);
      return wanted === undefined ? (await store.feeds()).length === 0 : wanted === "yes";
    },
    async startDemo(speed) {
      await store.setLabel(demoLabel, "yes");
      await store.setLabel(demoWantedLabel, "yes");
      await demo.start(speed);
      return demoStatus();
    },
    async stopDemo() {
      await store.setLabel(demoWantedLabel, "no");
      await demo.stop();
      return demoStatus();
    },
  };
}
