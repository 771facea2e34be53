/** Every schema step, in order. */
import { initial } from "./0001-initial.ts";
import { alerts } from "./0002-alerts.ts";
import { actions } from "./0003-actions.ts";
import { deliveries } from "./0004-deliveries.ts";
import { history } from "./0005-history.ts";
import { figures } from "./0006-figures.ts";
import { imports } from "./0007-imports.ts";
import { reports } from "./0008-reports.ts";
import { calendar } from "./0009-calendar.ts";
import { people } from "./0010-people.ts";
import { replies } from "./0011-replies.ts";
import { ideas } from "./0012-ideas.ts";
import { notes } from "./0013-notes.ts";
import { growth } from "./0014-growth.ts";
import type { Migration } from "./migration.ts";

export const migrations: readonly Migration[] = [
  initial,
  alerts,
  actions,
  deliveries,
  history,
  figures,
  imports,
  reports,
  calendar,
  people,
  replies,
  ideas,
  notes,
  growth,
];
