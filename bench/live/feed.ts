/** What a bench tells the console, over HTTP like any feed. */

export interface Feed {
  /** Sends events in one batch; fails where the console does not take every one. */
  post(events: readonly object[]): Promise<void>;
}

/** Makes a feed for a console. */
export function createFeed(feedUrl: string, token: string): Feed {
  return {
    async post(events) {
      const response = await fetch(feedUrl, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/cloudevents-batch+json" },
        body: JSON.stringify(events),
      });
      const answer = (await response.json()) as { accepted?: number };
      if (answer.accepted !== events.length)
        throw new Error(`Not all was accepted: ${JSON.stringify(answer)}`);
    },
  };
}

/** An event of the bench; each subject has one of a type. */
export function event(type: string, subject: string, atMs: number, data: object): object {
  return {
    specversion: "1.0",
    id: `${subject}:${type}`,
    source: "urn:vigie:bench",
    type: `vigie.${type}`,
    subject,
    time: new Date(atMs).toISOString(),
    data,
  };
}
