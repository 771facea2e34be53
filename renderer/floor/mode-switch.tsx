import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { LiveMark } from "./live-mark.tsx";

/** The floor as it is, or a past day. */
export function ModeSwitch({ mode }: { readonly mode: "live" | "replay" }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <SegmentedControl
      label={t`Direct ou rejeu`}
      value={mode}
      onChange={(wanted) => navigate(wanted === "live" ? "/" : "/replay")}
      options={[
        { id: "live", label: mode === "live" ? <LiveMark /> : t`En direct` },
        { id: "replay", label: t`Rejouer` },
      ]}
    />
  );
}
