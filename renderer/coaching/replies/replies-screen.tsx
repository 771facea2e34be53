import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { ReplySearch } from "../../../shared/contract/reply.ts";
import { replyLanguages } from "../../../shared/domain/reply.ts";
import { useDirectory } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";
import { ScreenHeader } from "../../shell/screen-header.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CoachingTabs } from "../coaching-tabs.tsx";
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
  const isForbidden = !useMay()("reply", "list");
  return (
    <>
      <ScreenHeader title={t`Accompagnement`}>
        <CoachingTabs />
      </ScreenHeader>
      <div className="coaching">
        <Panel title={t`Réponses`} hidesTitle className="coaching-list">
          <Filters search={search} onChange={setSearch} />
          {isForbidden ? (
            <EmptyState title={t`Les réponses elles-mêmes ne sont pas de votre rôle.`}>
              {t`Les chiffres de la maison sont à droite.`}
            </EmptyState>
          ) : found.data === undefined ? (
            <Skeleton rows={6} label={t`Les réponses sont analysées`} />
          ) : (
            <ReplyList {...found.data} selected={selected} onSelect={(id) => setParameters({ reply: id })} />
          )}
          {found.data?.total === 0 && isSearching ? (
            <EmptyState title={t`Aucune réponse ne correspond.`}>{t`Retirez un filtre.`}</EmptyState>
          ) : null}
        </Panel>
        <Panel title={t`Réponse envoyée`} hidesTitle className="coaching-note">
          <ChosenReply id={isForbidden ? null : selected} isEmpty={found.data?.total === 0 && !isSearching} />
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

function ChosenReply({ id, isEmpty }: { readonly id: string | null; readonly isEmpty: boolean }) {
  const { t } = useLingui();
  const reply = useReply(id);
  if (reply.data !== undefined) return <ReplyView reply={reply.data} />;
  if (reply.isError) {
    return (
      <EmptyState title={t`Cette réponse n’est pas à lire ici.`}>
        {t`Elle n’existe pas, ou elle est d’une autre équipe. Choisissez-en une dans la liste.`}
      </EmptyState>
    );
  }
  if (id !== null) return <Skeleton rows={6} label={t`La réponse arrive`} />;
  return isEmpty ? (
    <EmptyState title={t`Aucune réponse envoyée pour l’instant.`}>
      {t`La messagerie ou le téléservice envoie chaque réponse à la console : l’exemple est dans le guide des sources. Les noms sont masqués avant d’être gardés.`}
    </EmptyState>
  ) : (
    <EmptyState title={t`Aucune réponse choisie.`}>{t`Choisissez une réponse dans la liste.`}</EmptyState>
  );
}
