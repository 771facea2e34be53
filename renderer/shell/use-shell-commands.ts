import { useLingui } from "@lingui/react/macro";
import { useLocation, useRoute } from "wouter";
import { useChangeSettings, useDirectory } from "../client/queries.ts";
import { useMay, useOwnAgentId } from "../client/session.ts";
import { useFloorStore } from "../floor/floor-context.tsx";
import { useFloorFocus } from "../floor/floor-focus.tsx";
import { serviceKeyOf } from "../floor/floor-store.ts";
import { useLayout } from "../layouts/use-layout.ts";
import type { Command } from "../palette/command.ts";
import { useCommands } from "../palette/command-registry.tsx";
import { keysOf } from "../palette/keys.ts";
import { matches } from "../palette/match.ts";
import { usePrincipleCommands } from "../principles/use-principle-commands.ts";
import { useMayOpen } from "./screen-access.ts";
import type { ShellDialog } from "./shell-dialogs.tsx";
import { shortcuts } from "./shortcuts.ts";

/** Tickets are looked for from so many characters on. */
const leastCharacters = 2;
const mostCases = 12;

/** What can be done from everywhere, and by whoever sits there: every screen, every service and ticket, help, and how it all looks. */
export function useShellCommands(open: (dialog: ShellDialog) => void): void {
  useScreenCommands();
  usePrincipleCommands();
  useFloorCommands();
  useDisplayCommands();
  const { t } = useLingui();
  const [isReplaying] = useRoute("/replay");
  const may = useMay();
  useCommands(() => [
    // Nobody calls for help by mistake while they look at a past day.
    ...(isReplaying || !may("backup", "request")
      ? []
      : [
          {
            id: "backup.call",
            group: "actions" as const,
            label: t`Appeler un renfort`,
            keys: keysOf(shortcuts.callBackup),
            run: () => open("backup"),
          },
        ]),
    ...(may("alert", "list")
      ? [
          {
            id: "alerts.open",
            group: "actions" as const,
            label: t`Ouvrir les alertes`,
            keys: keysOf(shortcuts.openAlerts),
            run: () => open("alerts"),
          },
        ]
      : []),
    ...(may("action", "list")
      ? [
          {
            id: "history.open",
            group: "actions" as const,
            label: t`Ouvrir l’historique des actions`,
            run: () => open("history"),
          },
        ]
      : []),
    {
      id: "shortcuts.open",
      group: "display",
      label: t`Raccourcis clavier`,
      keys: keysOf(shortcuts.sheet),
      run: () => open("shortcuts"),
    },
  ]);
}

function useScreenCommands(): void {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const mayOpen = useMayOpen();
  const agentId = useOwnAgentId();
  useCommands(() => {
    const screens = [
      ["/", t`Plateau`],
      ["/replay", t`Rejouer un jour`],
      ["/trends", t`Tendances`],
      ["/backup", t`Renforts`],
      ["/coaching", t`Suivi`],
      ["/coaching/steps", t`Suites`],
      ["/coaching/sessions", t`Séances`],
      ["/coaching/skills", t`Compétences`],
      ["/sheets", t`Fiches`],
      ["/wallboard/choose", t`Écran mural`],
      ["/data", t`Données`],
      ...(agentId === null ? [] : [["/mine", t`Mon espace`] as const]),
      ["/settings", t`Réglages`],
    ] as const;
    return screens
      .filter(([path]) => mayOpen(path))
      .map(
        ([path, label]): Command => ({
          id: `screen.${path}`,
          group: "screens",
          label,
          run: () => navigate(path),
        }),
      );
  });
}

function useFloorCommands(): void {
  const { t } = useLingui();
  const floor = useFloorStore();
  const { chooseService, showCase } = useFloorFocus();
  const [, navigate] = useLocation();
  const sites = useDirectory().data?.sites ?? [];
  const change = useChangeSettings();
  const seesFloor = useMayOpen()("/");
  useCommands((query) => {
    if (!seesFloor) return [];
    const services = floor.serviceList.map((service): Command => {
      const key = serviceKeyOf(service);
      return {
        id: `service.${key}`,
        group: "services",
        label: service.name,
        detail: sites.length > 1 ? (sites.find((site) => site.id === service.siteId)?.name ?? "") : "",
        run: () => {
          chooseService(key);
          navigate("/");
        },
      };
    });
    const every: Command[] =
      sites.length < 2
        ? []
        : [
            {
              id: "site.every",
              group: "services",
              label: t`Tous les accueils`,
              run: () => change.mutate({ siteId: null }),
            },
            ...sites.map(
              (site): Command => ({
                id: `site.${site.id}`,
                group: "services",
                label: t`Accueil : ${site.name}`,
                run: () => change.mutate({ siteId: site.id }),
              }),
            ),
          ];
    return [...services, ...every, ...casesOf(query)];
  });

  function casesOf(query: string): Command[] {
    if (query.length < leastCharacters) return [];
    const found: Command[] = [];
    for (const row of floor.cases.values()) {
      if (found.length >= mostCases) break;
      const ticket = row.ticket ?? row.id;
      if (!matches(ticket, query)) continue;
      const key = serviceKeyOf(row);
      found.push({
        id: `case.${row.id}`,
        group: "cases",
        label: ticket,
        detail: floor.services.get(key)?.name ?? row.serviceId,
        run: () => {
          showCase(key, row.id);
          navigate("/");
        },
      });
    }
    return found;
  }
}

function useDisplayCommands(): void {
  const { t } = useLingui();
  const change = useChangeSettings();
  const { saved, apply } = useLayout();
  const seesFloor = useMayOpen()("/");
  useCommands(() => [
    ...(seesFloor ? saved : []).map(
      (layout): Command => ({
        id: `layout.${layout.name}`,
        group: "display",
        label: t`Disposition : ${layout.name}`,
        run: () => apply(layout),
      }),
    ),
    {
      id: "theme.light",
      group: "display",
      label: t`Thème clair`,
      run: () => change.mutate({ theme: "light" }),
    },
    {
      id: "theme.dark",
      group: "display",
      label: t`Thème sombre`,
      run: () => change.mutate({ theme: "dark" }),
    },
    {
      id: "theme.system",
      group: "display",
      label: t`Thème du système`,
      run: () => change.mutate({ theme: "system" }),
    },
    {
      id: "density.comfortable",
      group: "display",
      label: t`Densité confortable`,
      run: () => change.mutate({ density: "comfortable" }),
    },
    {
      id: "density.compact",
      group: "display",
      label: t`Densité compacte`,
      run: () => change.mutate({ density: "compact" }),
    },
    { id: "language.fr", group: "display", label: "Français", run: () => change.mutate({ language: "fr" }) },
    { id: "language.en", group: "display", label: "English", run: () => change.mutate({ language: "en" }) },
  ]);
}
