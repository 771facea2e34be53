/** What every engine of the store must do. An engine joins by calling this with how it is opened. */
import { describe } from "vitest";
import { actionContract } from "./contract/action.ts";
import { agentContract } from "./contract/agent.ts";
import { agentTimeContract } from "./contract/agent-time.ts";
import { alertContract } from "./contract/alert.ts";
import { backupContract } from "./contract/backup.ts";
import { calendarContract } from "./contract/calendar.ts";
import { caseContract } from "./contract/case.ts";
import { commitmentContract } from "./contract/commitment.ts";
import type { OpenFresh } from "./contract/context.ts";
import { copyContract } from "./contract/copy.ts";
import { deliveryContract } from "./contract/delivery.ts";
import { directoryContract } from "./contract/directory.ts";
import { feedbackContract } from "./contract/feedback.ts";
import { feltWordsContract } from "./contract/felt-words.ts";
import { figureContract } from "./contract/figure.ts";
import { floorContract } from "./contract/floor.ts";
import { growthContract } from "./contract/growth.ts";
import { historyContract } from "./contract/history.ts";
import { ideaContract } from "./contract/idea.ts";
import { logContract } from "./contract/log.ts";
import { noteContract } from "./contract/note.ts";
import { orderContract } from "./contract/order.ts";
import { replyContract } from "./contract/reply.ts";
import { subscriptionContract } from "./contract/subscription.ts";
import { waitCountContract } from "./contract/wait-count.ts";
import { windowContract } from "./contract/window.ts";

/**
 * Runs the whole suite on an engine.
 *
 * @param openFresh opens an empty store each time it is called
 */
export function describeStoreContract(name: string, openFresh: OpenFresh): void {
  describe(name, () => {
    describe("log", () => logContract(openFresh));
    describe("order of arrival", () => orderContract(openFresh));
    describe("cases", () => caseContract(openFresh));
    describe("agents", () => agentContract(openFresh));
    describe("calls for backup", () => backupContract(openFresh));
    describe("messages on their way", () => deliveryContract(openFresh));
    describe("figures", () => figureContract(openFresh));
    describe("waits by their length", () => waitCountContract(openFresh));
    describe("windows of figures", () => windowContract(openFresh));
    describe("the floor at an instant", () => floorContract(openFresh));
    describe("what was known at an instant", () => historyContract(openFresh));
    describe("directory", () => directoryContract(openFresh));
    describe("opening times", () => calendarContract(openFresh));
    describe("the agents' time on duty", () => agentTimeContract(openFresh));
    describe("what citizens answered", () => feedbackContract(openFresh));
    describe("the words that citizens left", () => feltWordsContract(openFresh));
    describe("sent replies", () => replyContract(openFresh));
    describe("what was promised to citizens", () => commitmentContract(openFresh));
    describe("ideas and problems", () => ideaContract(openFresh));
    describe("notes", () => noteContract(openFresh));
    describe("steps, sessions, skills and sheets", () => growthContract(openFresh));
    describe("alerts", () => alertContract(openFresh));
    describe("actions", () => actionContract(openFresh));
    describe("listeners", () => subscriptionContract(openFresh));
    describe("copies and checks", () => copyContract(openFresh));
  });
}
