import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { isToReview, type ServiceSheet } from "../../shared/domain/service-sheet.ts";
import { useDirectory } from "../client/queries.ts";
import { useToday } from "../client/use-today.ts";
import { CoachingTabs } from "../coaching/coaching-tabs.tsx";
import { plainExcerpt } from "../coaching/excerpt.ts";
import { SourcesLink } from "../coaching/sources-link.tsx";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { useSlashKey } from "../shell/use-slash-key.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Entry, EntryList } from "../ui/entry-list.tsx";
import { Panel } from "../ui/panel.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { SheetPanel } from "./sheet-panel.tsx";
import { useFoundSheets } from "./use-sheets.ts";
import "./sheets.css";

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly sheet: ServiceSheet | null;
}

/** What there is to know of each service: find it, read it, write it. */
export function SheetsScreen() {
  const { t } = useLingui();
  const services = useDirectory().data?.services;
  const [text, setText] = useState("");
  const [parameters, setParameters] = useSearchParams();
  const searchInput = useRef<HTMLInputElement>(null);
  useSlashKey(searchInput);
  const question = useFoundSheets(useDeferredValue(text));
  // Which services there are is a part of the answer.
  const found = services === undefined ? undefined : question.data;
  const isSearching = text.trim() !== "";
  const nameOf = (id: string) => services?.find((service) => service.id === id)?.name ?? id;
  const withSheet = (found ?? []).map(
    (sheet): Listed => ({ id: sheet.serviceId, name: nameOf(sheet.serviceId), sheet }),
  );
  const without = (services ?? [])
    .filter(({ id }) => withSheet.every((one) => one.id !== id))
    .map(({ id, name }): Listed => ({ id, name, sheet: null }));
  const listed = isSearching ? withSheet : [...withSheet, ...without];
  const selectedId = parameters.get("service") ?? listed[0]?.id ?? null;
  return (
    <>
      <ScreenHeader title={t`Accompagnement`}>
        <CoachingTabs />
        <SearchField
          label={t`Chercher dans les fiches`}
          placeholder={t`Chercher dans les fiches`}
          value={text}
          onChange={setText}
          clearLabel={t`Effacer la recherche`}
          shortcut="/"
          inputRef={searchInput}
        />
      </ScreenHeader>
      <div className="sheets">
        <Panel title={t`Fiches`} hidesTitle className="sheet-list">
          <Awaited
            question={{ ...question, data: found }}
            rows={6}
            label={t`Les fiches arrivent`}
            failure={t`Les fiches n’ont pas pu être lues.`}
          >
            {() =>
              listed.length > 0 ? (
                <SheetList
                  listed={listed}
                  selectedId={selectedId}
                  onSelect={(id) => setParameters({ service: id })}
                />
              ) : isSearching ? (
                <EmptyState title={t`Aucune fiche ne correspond.`}>
                  {t`Cherchez un autre mot. Les accents, les pluriels et les majuscules ne comptent pas.`}
                </EmptyState>
              ) : (
                <EmptyState title={t`Aucune démarche connue.`} action={<SourcesLink />}>
                  {t`Les démarches paraissent dès que les flux les signalent, ou dans Réglages.`}
                </EmptyState>
              )
            }
          </Awaited>
        </Panel>
        {found === undefined && question.error === null ? (
          <Panel title={t`Fiche`} hidesTitle className="sheet-panel">
            <Skeleton rows={6} label={t`La fiche arrive`} />
          </Panel>
        ) : selectedId === null || found === undefined ? null : (
          <SheetPanel key={selectedId} serviceId={selectedId} name={nameOf(selectedId)} />
        )}
      </div>
    </>
  );
}

function SheetList(props: {
  readonly listed: readonly Listed[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}) {
  const { t } = useLingui();
  const { listed, selectedId, onSelect } = props;
  const today = useToday(useTimeZone());
  return (
    <EntryList
      label={t`Fiches`}
      selectedId={selectedId}
      onSelect={onSelect}
      items={listed}
      dependencies={[today]}
    >
      {({ id, name, sheet }) => (
        <Entry id={id} text={name}>
          <span className="entry-line">
            <strong>{name}</strong>
            {sheet !== null && isToReview(sheet, today) ? (
              <StateMark shape="diamond" tone="warn">{t`à revoir`}</StateMark>
            ) : null}
          </span>
          <span className="entry-excerpt">
            {sheet === null ? t`Pas encore de fiche` : plainExcerpt(sheet.text)}
          </span>
        </Entry>
      )}
    </EntryList>
  );
}
