import { beforeEach, expect, it } from "vitest";
import { createExperience } from "../../electron/services/experience.ts";
import { createFeedback, type FeedbackService } from "../../electron/services/feedback.ts";
import type { Store } from "../../electron/store/store.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, minuteMs, morningMs, visit } from "../store/events.ts";

const march = { fromMs: Date.UTC(2026, 2, 1), toMs: Date.UTC(2026, 3, 1), siteId: null };

let store: Store;
let feedback: FeedbackService;

beforeEach(async () => {
  store = await temporaryStore();
  feedback = createFeedback(store, createExperience(store));
});

async function answers(service: string, treated: readonly number[]): Promise<void> {
  const events = treated.flatMap((score, index) => {
    const subject = `${service}-${index}`;
    const told = { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60, service };
    const words = `${service}, note ${score}`;
    return [
      ...visit(subject, told),
      event("feedback.given", subject, morningMs + index * minuteMs, { treated: score, solved: true, words }),
    ];
  });
  await store.append(events, "test");
}

it("shows the experience by month and service as it is defined, with how many answered", async () => {
  await answers("passports", [5, 5, 5, 4, 1]);
  const { months, services, distributions } = await feedback.overview({ ...march, serviceId: null });
  // Treated: mean 4, so 75; all served in time and solved: 0.7 × 75 + 0.3 × 100.
  expect(months).toMatchObject([{ key: "2026-03", answerCount: 5, treatedScore: 75, experience: 82.5 }]);
  expect(services).toMatchObject([{ key: "passports", answerCount: 5, solvedShare: 1 }]);
  expect(distributions).toEqual([
    { serviceId: null, counts: [1, 0, 0, 1, 3] },
    { serviceId: "passports", counts: [1, 0, 0, 1, 3] },
  ]);
});

it("hides services of fewer than five answers, with the words left about them", async () => {
  await answers("passports", [5, 5, 5, 4, 1]);
  await answers("planning", [1, 2, 1, 2]);
  const { services, distributions } = await feedback.overview({ ...march, serviceId: null });
  expect(services).toMatchObject([
    { key: "passports", answerCount: 5 },
    { key: "planning", answerCount: null },
  ]);
  expect(distributions[2]).toEqual({ serviceId: "planning", counts: null });
  const words = async (serviceId: string | null, treated: number | null) =>
    (await feedback.words({ ...march, serviceId, treated })).words.map((one) => one.words);
  expect(await words(null, null)).toEqual([
    "passports, note 1",
    "passports, note 4",
    "passports, note 5",
    "passports, note 5",
    "passports, note 5",
  ]);
  expect(await words("passports", 4)).toEqual(["passports, note 4"]);
  expect(await words("planning", null)).toEqual([]);
});
