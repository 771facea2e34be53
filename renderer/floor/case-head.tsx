import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { FilterChip } from "../ui/filter-chip.tsx";
import { type CaseFilter, changeCaseFilter } from "./case-filter.ts";
import { ExpectedAccuracy } from "./expected-accuracy.tsx";
import { useFloor } from "./floor-context.tsx";
import { caseLooks, channelWords } from "./words.ts";

/** The states that an open case can be in. */
const openStates = ["waiting", "on_hold", "called", "serving"] as const;

export interface CaseHeadProps {
  readonly serviceKey: string;
  readonly filter: CaseFilter;
  /** Null where there are too few cases to filter. */
  readonly onFilter: ((filter: CaseFilter) => void) | null;
}

/** The columns of the case list; with many cases channel and state can be filtered by. */
export const CaseHead = memo(function CaseHead({ serviceKey, filter, onFilter }: CaseHeadProps) {
  const { t, i18n } = useLingui();
  const channels = useFloor(({ services }) => services.get(serviceKey)?.channels.join(" ") ?? "");
  const channelIds = channels.split(" ").flatMap((id) => (isChannel(id) ? [id] : []));
  return (
    <div className="case-head">
      <span />
      <span />
      {onFilter === null || channelIds.length < 2 ? (
        <span>{t`Ticket`}</span>
      ) : (
        <FilterChip
          label={t`Canal`}
          options={channelIds.map((id) => ({ id, label: i18n._(channelWords[id]) }))}
          value={filter.channel}
          onChange={(id) =>
            onFilter(changeCaseFilter(filter, { channel: channelIds.find((one) => one === id) ?? null }))
          }
          clearLabel={t`Tous les canaux`}
        />
      )}
      <span>{t`Attente`}</span>
      <span className="case-head-expected">
        {t`Appel prévu dans`}
        <ExpectedAccuracy serviceKey={serviceKey} />
      </span>
      {onFilter === null ? (
        <span>{t`État`}</span>
      ) : (
        <FilterChip
          label={t`État`}
          options={openStates.map((id) => ({ id, label: i18n._(caseLooks[id].word) }))}
          value={filter.state}
          onChange={(id) =>
            onFilter(changeCaseFilter(filter, { state: openStates.find((one) => one === id) ?? null }))
          }
          clearLabel={t`Tous les états`}
        />
      )}
      <span>{t`À savoir`}</span>
    </div>
  );
});

function isChannel(id: string): id is keyof typeof channelWords {
  return id in channelWords;
}
