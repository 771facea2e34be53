/** What the start command says, in French or English. */

export interface LaunchWords {
  desktop: string;
  fetching: string;
  browserBecause(reason: BrowserReason): string;
  window(browser: string, url: string): string;
  address(launchUrl: string): string;
  windowFailed: string;
  alreadyRunning(pid: number, url: string): string;
  howToStop: string;
  stopping: string;
}

/** Why the console is shown in a browser and not in its desktop window. */
export type BrowserReason =
  | "asked"
  | "no_window_wanted"
  | "no_display"
  | "no_runtime"
  | "not_built"
  | "runtime_failed";

const english: LaunchWords = {
  desktop: "Vigie opens in its desktop window.",
  fetching: "Looking for the desktop runtime, once and for at most a minute…",
  browserBecause: (reason) =>
    ({
      asked: "Vigie runs in the browser, as asked (--browser).",
      no_window_wanted: "Vigie runs without a window (--no-open).",
      no_display: "Vigie runs without a desktop window: there is no display here.",
      no_runtime: "Vigie runs in the browser: the desktop runtime can't be had on this network.",
      not_built: "Vigie runs in the browser: the desktop window was not built (npm run build).",
      runtime_failed: "Vigie runs in the browser: the desktop runtime does not start on this machine.",
    })[reason],
  window: (browser, url) => `A window of ${browser} shows ${url}`,
  address: (launchUrl) => `Open this address, it works once: ${launchUrl}`,
  windowFailed: "The browser did not start.",
  alreadyRunning: (pid, url) => `Vigie is running already with this store (process ${pid}) at ${url}`,
  howToStop: "Ctrl+C ends it. Feeds are received until then, even where the window is closed.",
  stopping: "Vigie ends…",
};

const french: LaunchWords = {
  desktop: "Vigie s’ouvre dans sa fenêtre de bureau.",
  fetching: "Recherche de l’environnement de bureau, une seule fois et pendant une minute au plus…",
  browserBecause: (reason) =>
    ({
      asked: "Vigie fonctionne dans le navigateur, comme demandé (--browser).",
      no_window_wanted: "Vigie fonctionne sans fenêtre (--no-open).",
      no_display: "Vigie fonctionne sans fenêtre de bureau : il n’y a pas d’écran ici.",
      no_runtime:
        "Vigie fonctionne dans le navigateur : l’environnement de bureau n’est pas accessible sur ce réseau.",
      not_built:
        "Vigie fonctionne dans le navigateur : la fenêtre de bureau n’est pas construite (npm run build).",
      runtime_failed:
        "Vigie fonctionne dans le navigateur : l’environnement de bureau ne démarre pas sur cette machine.",
    })[reason],
  window: (browser, url) => `Une fenêtre de ${browser} montre ${url}`,
  address: (launchUrl) => `Ouvrez cette adresse, elle sert une seule fois : ${launchUrl}`,
  windowFailed: "Le navigateur n’a pas démarré.",
  alreadyRunning: (pid, url) => `Vigie fonctionne déjà avec ces données (processus ${pid}) à ${url}`,
  howToStop: "Ctrl+C l’arrête. D’ici là les flux sont reçus, même fenêtre fermée.",
  stopping: "Vigie s’arrête…",
};

/** The words for a person's environment: French unless it says English. */
export function launchWords(environment: Readonly<Record<string, string | undefined>>): LaunchWords {
  const language = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^en\b/i.test(language.replace("_", "-")) ? english : french;
}
