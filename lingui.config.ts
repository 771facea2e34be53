/** Where the words of the screens are: one catalogue per folder and language, French in the code. */

import type { LinguiConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

const folders = [
  "shell",
  "palette",
  "ui",
  "client",
  "floor",
  "layouts",
  "replay",
  "wallboard",
  "alerts",
  "outlook",
  "history",
  "backup",
  "notifications",
  "trends",
  "exports",
  "report",
  "coaching",
  "mine",
  "sheets",
  "principles",
  "people",
  "data",
  "settings",
  "onboarding",
];

const config: LinguiConfig = {
  sourceLocale: "fr",
  locales: ["fr", "en"],
  catalogs: folders.map((folder) => ({
    path: `<rootDir>/renderer/i18n/{locale}/${folder}`,
    include: [`<rootDir>/renderer/${folder}`],
  })),
  format: formatter({ lineNumbers: false }),
  orderBy: "message",
};

export default config;
