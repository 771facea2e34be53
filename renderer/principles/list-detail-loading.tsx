import { useLingui } from "@lingui/react/macro";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** A list and what is chosen of it, both on their way. */
export function ListDetailLoading({ list, label }: { readonly list: string; readonly label: string }) {
  const { t } = useLingui();
  return (
    <>
      <Panel title={list} hidesTitle>
        <Skeleton rows={6} label={label} />
      </Panel>
      <Panel title={t`Détail`} hidesTitle>
        <Skeleton rows={6} label={label} />
      </Panel>
    </>
  );
}
