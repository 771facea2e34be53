import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Where a filter lets no row through. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Rien ne correspond au filtre`}>
      <Button variant="soft" onPress={onClear}>
        <Trans>Tout afficher</Trans>
      </Button>
    </EmptyState>
  );
}
