import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { CommitmentDialog } from "../principles/commitments/commitment-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { useFloorStore } from "./floor-context.tsx";

interface CommitmentButtonProps {
  readonly selectedIds: ReadonlySet<string>;
  /** The element that says what is chosen. */
  readonly hintId: string;
}

/** Promises something to the citizen of the one case that is chosen. */
export function CommitmentButton({ selectedIds, hintId }: CommitmentButtonProps) {
  const floor = useFloorStore();
  const [onCase, setOnCase] = useState<{ id: string; name: string; agentId: string | null } | null>(null);
  function open() {
    const [id] = selectedIds;
    const row = id === undefined ? undefined : floor.cases.get(id);
    if (row !== undefined) setOnCase({ id: row.id, name: row.ticket ?? row.id, agentId: row.agentId });
  }
  return (
    <>
      {selectedIds.size === 1 ? (
        <Button onPress={open} aria-describedby={hintId}>
          <Trans>S’engager…</Trans>
        </Button>
      ) : null}
      {onCase === null ? null : <CommitmentDialog onCase={onCase} onClose={() => setOnCase(null)} />}
    </>
  );
}
