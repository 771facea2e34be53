import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import type { Command } from "../palette/command.ts";
import { useCommands } from "../palette/command-registry.tsx";

/** Ideas, commitments and problems in the palette: the way there, and a new one of each. */
export function usePrincipleCommands(): void {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  useCommands(() => {
    const to = (id: string, label: string, address: string, group: Command["group"]): Command => ({
      id: `principle.${id}`,
      group,
      label,
      run: () => navigate(address),
    });
    return [
      to("commitment.new", t`Prendre un engagement`, "/principles/commitments?new=1", "actions"),
      to("problem.new", t`Signaler un problème`, "/principles/problems?new=1", "actions"),
      to("idea.new", t`Proposer une idée`, "/principles/ideas?new=1", "actions"),
      to("commitments", t`Engagements`, "/principles/commitments", "screens"),
      to("problems", t`Problèmes signalés`, "/principles/problems", "screens"),
      to("ideas", t`Idées et questions`, "/principles/ideas", "screens"),
    ];
  });
}
