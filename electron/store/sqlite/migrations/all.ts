/** Every schema step, in order. */
import { initial } from "./0001-initial.ts";
import { alerts } from "./0002-alerts.ts";
import type { Migration } from "./migration.ts";

export const migrations: readonly Migration[] = [initial, alerts];
