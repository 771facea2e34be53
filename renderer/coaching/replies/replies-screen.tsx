import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { ReplySearch } from "../../../shared/contract/reply.ts";
import { replyLanguages } from "../../../shared/domain/reply.ts";
import { faultOf } from "../../client/fault-sentence.ts";
import { useDirectory } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";
import { Awaited, ReadFailure } from "../../shell/awaited.tsx";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CoachingTabs } from "../coaching-tabs.tsx";
import { SourcesLink } from "../sources-link.tsx";
import { FiguresPanel } from "./figures-panel.tsx";
import { ReplyList } from "./reply-list.tsx";
import { ReplyView } from "./reply-view.tsx";
import { TemplatesPanel } from "./templates-panel.tsx";
import { useReply, useReplyList } from "./use-replies.ts";
import { useLanguageName } from "./words.ts";
import "../coaching.css";
import "./replies.css";

/** The reply studio: how personal sent replies are, and what of them could be said otherwise. */
export function RepliesScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [search, setSearch] = useState<ReplySearch>({ serviceId: null, language: null, toReword: false });
  const found = useReplyList(search);
  // None is opened unasked: reading a person's reply goes into the audit.
  const selected = parameters.get("reply");
  const isSearching = search.serviceId !== null || search.language !== null || search.toReword;
  // Managers see how the house does, and no reply.
  const isFirstUse = found.data?.total === 0 && !isSearching;
  const isForbidden = !useMay()("reply", "list");
  return (
    <>
      <ScreenHeader title={t`Accompagnement`}>
        <CoachingTabs />
      </ScreenHeader>
      <div className="coaching">
        <Panel title={t`Réponses`} hidesTitle className="coaching-list">
          {isForbidden || isFirstUse ? null : <Filters search={search} onChange={setSearch} />}
          {isForbidden ? (
            <EmptyState title={t`Les réponses elles-mêmes ne sont pas de votre rôle.`}>
              {t`Les chiffres de la maison sont à droite.`}
            </EmptyState>
          ) : (
            <Awaited
              question={found}
              rows={6}
              label={t`Les réponses sont analysées`}
              failure={t`Les réponses n’ont pas pu être lues.`}
            >
              {(answer) => (
                <ReplyList {...answer} selected={selected} onSelect={(id) => setParameters({ reply: id })} />
              )}
            </Awaited>
          )}
          {found.data?.total === 0 && isSearching ? (
            <EmptyState title={t`Aucune réponse ne correspond.`}>{t`Retirez un filtre.`}</EmptyState>
          ) : null}
        </Panel>
        <Panel title={t`Réponse envoyée`} hidesTitle className="coaching-note">
          <ChosenReply
            id={isForbidden ? null : selected}
            list={isForbidden ? "closed" : isFirstUse ? "empty" : stateOf(found)}
          />
        </Panel>
        <div className="coaching-side reply-side">
          <FiguresPanel serviceId={search.serviceId} />
          <TemplatesPanel />
        </div>
      </div>
    </>
  );
}

function Filters(props: { readonly search: ReplySearch; readonly onChange: (search: ReplySearch) => void }) {
  const { t } = useLingui();
  const { search, onChange } = props;
  const services = useDirectory().data?.services ?? [];
  const languageName = useLanguageName();
  return (
    <div className="coaching-filters">
      <SegmentedControl
        label={t`Quelles réponses`}
        options={[
          { id: "all", label: t`Toutes` },
          { id: "reword", label: t`À reformuler` },
        ]}
        value={search.toReword ? "reword" : "all"}
        onChange={(choice) => onChange({ ...search, toReword: choice === "reword" })}
      />
      <FilterChip
        label={t`Démarche`}
        options={services.map(({ id, name }) => ({ id, label: name }))}
        value={search.serviceId}
        onChange={(serviceId) => onChange({ ...search, serviceId })}
        clearLabel={t`Montrer toutes les démarches`}
      />
      <FilterChip
        label={t`Langue`}
        options={replyLanguages.map((id) => ({ id, label: languageName(id) }))}
        value={search.language}
        onChange={(id) => onChange({ ...search, language: replyLanguages.find((one) => one === id) ?? null })}
        clearLabel={t`Montrer toutes les langues`}
      />
    </div>
  );
}

/** How the list of replies is; `closed`: whoever sits there may read none. */
type ReplyListState = "awaited" | "unreadable" | "empty" | "closed" | "there";

function stateOf(found: Pick<ReturnType<typeof useReplyList>, "data" | "error">): ReplyListState {
  if (found.data !== undefined) return "there";
  return found.error === null ? "awaited" : "unreadable";
}

function ChosenReply({ id, list }: { readonly id: string | null; readonly list: ReplyListState }) {
  const { t } = useLingui();
  const reply = useReply(id);
  if (reply.data !== undefined) return <ReplyView reply={reply.data} />;
  if (reply.error !== null) {
    const { code } = faultOf(reply.error);
    return code !== "not_found" && code !== "forbidden" ? (
      <ReadFailure title={t`La réponse n’a pas pu être lue.`} error={reply.error} onRetry={reply.refetch} />
    ) : (
      <EmptyState title={t`Cette réponse n’est pas à lire ici.`}>
        {t`Elle n’existe pas, ou elle est d’une autre équipe. Choisissez-en une dans la liste.`}
      </EmptyState>
    );
  }
  if (id !== null || list === "awaited") return <Skeleton rows={6} label={t`La réponse arrive`} />;
  switch (list) {
    case "empty":
      return (
        <EmptyState title={t`Aucune réponse envoyée pour l’instant.`} action={<SourcesLink />}>
          {t`La messagerie ou le téléservice envoie chaque réponse à la console : l’exemple est dans le guide des sources. Les noms sont masqués avant d’être gardés.`}
        </EmptyState>
      );
    case "unreadable":
      return (
        <EmptyState title={t`Aucune réponse à montrer.`}>
          {t`La liste n’a pas pu être lue ; les réponses enregistrées sont gardées.`}
        </EmptyState>
      );
    case "closed":
      return (
        <EmptyState title={t`Aucune réponse à montrer.`}>
          {t`Seul l’encadrement lit les réponses de son équipe.`}
        </EmptyState>
      );
    case "there":
      return (
        <EmptyState title={t`Aucune réponse choisie.`}>{t`Choisissez une réponse dans la liste.`}</EmptyState>
      );
  }
}
