import { test } from "./fixtures.ts";
import { expectPatience, expectRetry, type ReadState } from "./read-states.ts";

test.skip(({ host }) => host === "desktop", "skipped: the desktop window has no socket to stand at");

/** Backup, data and reports of a house that has nothing yet. */
const screens: readonly ReadState[] = [
  {
    path: "/backup",
    question: "backup/list",
    coming: "Les appels se chargent",
    failure: "Les appels n’ont pas pu être lus.",
    empty: "Aucun renfort n’est appelé",
    next: "Appeler un renfort",
  },
  {
    path: "/data",
    question: "feed/list",
    coming: "Les flux arrivent",
    failure: "Les flux n’ont pas pu être lus.",
    empty: "Aucun événement reçu pour l’instant.",
    next: "Importer un fichier…",
  },
  {
    path: "/data",
    question: "connector/list",
    coming: "Les connecteurs arrivent",
    failure: "Les connecteurs n’ont pas pu être lus.",
    empty: "Aucun autre système n’est branché.",
    next: "Ajouter un connecteur…",
  },
  {
    path: "/data",
    question: "import/rejects",
    coming: "Les rejets arrivent",
    failure: "Les rejets n’ont pas pu être lus. Ils restent gardés.",
    empty: "Rien n’a été rejeté : tout ce qui est arrivé a été compris.",
    next: "Importer un fichier…",
  },
  {
    path: "/report",
    question: "report/schedules",
    coming: "Les envois arrivent",
    failure: "Les envois n’ont pas pu être lus. Ils partent quand même à l’heure dite.",
    empty: "Aucun. Un envoi range le rapport",
    next: "Ajouter",
  },
];

test("what is on its way does not look empty, and an empty screen says what to do next", async ({ page }) => {
  await expectPatience(page, screens);
});

test("what could not be read is named, with what was kept, and can be asked for again", async ({ page }) => {
  await expectRetry(page, screens);
});
