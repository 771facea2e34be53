/** What every engine of the store must do. An engine joins by calling this with how it is opened. */
import { describe } from "vitest";
import { alertContract } from "./contract/alert.ts";
import { backupContract } from "./contract/backup.ts";
import { caseContract } from "./contract/case.ts";
import type { OpenFresh } from "./contract/context.ts";
import { copyContract } from "./contract/copy.ts";
import { directoryContract } from "./contract/directory.ts";
import { figureContract } from "./contract/figure.ts";
import { floorContract } from "./contract/floor.ts";
import { logContract } from "./contract/log.ts";
import { noteContract } from "./contract/note.ts";
import { orderContract } from "./contract/order.ts";
import { subscriptionContract } from "./contract/subscription.ts";
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
    describe("calls for backup", () => backupContract(openFresh));
    describe("figures", () => figureContract(openFresh));
    describe("windows of figures", () => windowContract(openFresh));
    describe("the floor at an instant", () => floorContract(openFresh));
    describe("directory", () => directoryContract(openFresh));
    describe("notes", () => noteContract(openFresh));
    describe("alerts", () => alertContract(openFresh));
    describe("listeners", () => subscriptionContract(openFresh));
    describe("copies and checks", () => copyContract(openFresh));
  });
}
