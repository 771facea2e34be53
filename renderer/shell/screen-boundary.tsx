import { Trans } from "@lingui/react/macro";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

interface BoundaryState {
  readonly error: Error | null;
}

/** Keeps a screen that broke from taking the others with it, and offers to try again. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <EmptyState
        title={<Trans>Cet écran s’est interrompu.</Trans>}
        action={
          <Button variant="primary" onPress={() => this.setState({ error: null })}>
            <Trans>Réessayer</Trans>
          </Button>
        }
      >
        <Trans>Rien n’est perdu, les autres écrans fonctionnent. Détail technique : {error.message}</Trans>
      </EmptyState>
    );
  }
}
