import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Awaited } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ListDetailLoading } from "../list-detail-loading.tsx";
import { PrinciplesTabs } from "../principles-tabs.tsx";
import { IdeaDetail } from "./idea-detail.tsx";
import { IdeaDialog } from "./idea-dialog.tsx";
import { firstIdea, IdeaList } from "./idea-list.tsx";
import { useIdeas } from "./use-ideas.ts";
import "../../ui/list-detail.css";
import "../principle-form.css";
import "./ideas.css";

const fromNote = "note:";

/** Ideas and questions from the floor: proposed by anybody, discussed, tried, decided. */
export function IdeasScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const from = parameters.get("from");
  const noteId = from?.startsWith(fromNote) === true ? from.slice(fromNote.length) : null;
  const [isProposing, setProposing] = useState(noteId !== null || parameters.has("new"));
  const question = useIdeas();
  const found = question.data;
  const ideas = found?.ideas ?? [];
  const chosen = ideas.find(({ id }) => id === parameters.get("idea")) ?? firstIdea(ideas);
  const choose = (id: string) => setParameters({ idea: id });
  const propose = (
    <Button variant="primary" onPress={() => setProposing(true)}>
      {t`Proposer`}
    </Button>
  );
  return (
    <>
      <ScreenHeader section={t`Principes`} title={t`Idées et questions`} actions={propose}>
        <PrinciplesTabs />
      </ScreenHeader>
      <div className="list-detail">
        <Awaited
          question={question}
          failure={t`Les idées n’ont pas pu être lues.`}
          loading={<ListDetailLoading list={t`Idées et questions`} label={t`Les idées arrivent`} />}
        >
          {({ mayDecide }) =>
            chosen === undefined ? (
              <Panel title={t`Détail`} hidesTitle>
                <NoIdea onPropose={() => setProposing(true)} />
              </Panel>
            ) : (
              <>
                <Panel title={t`Idées et questions`} hidesTitle>
                  <IdeaList ideas={ideas} selectedId={chosen.id} onSelect={choose} />
                </Panel>
                <Panel title={t`Détail`} hidesTitle>
                  <IdeaDetail key={chosen.id} idea={chosen} mayDecide={mayDecide} />
                </Panel>
              </>
            )
          }
        </Awaited>
      </div>
      {isProposing ? (
        <IdeaDialog
          noteId={noteId}
          onClose={(id) => {
            setProposing(false);
            if (id !== null) choose(id);
            else if (noteId !== null || parameters.has("new")) setParameters({});
          }}
        />
      ) : null}
    </>
  );
}

function NoIdea({ onPropose }: { readonly onPropose: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`Aucune idée pour l’instant.`}
      action={
        <Button variant="soft" onPress={onPropose}>
          {t`Proposer la première`}
        </Button>
      }
    >
      {t`Qui est au guichet voit ce qui bloque. Une idée s’essaie deux semaines, et son effet se regarde sur un chiffre choisi d’avance.`}
    </EmptyState>
  );
}
