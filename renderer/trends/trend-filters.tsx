import { Plural, useLingui } from "@lingui/react/macro";
import { channels } from "../../shared/domain/channel.ts";
import { useDirectory } from "../client/queries.ts";
import { channelWords } from "../floor/words.ts";
import { FilterChip } from "../ui/filter-chip.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { ComparedChip } from "./compare-menu.tsx";
import { Definition } from "./definition.tsx";
import type { TrendFormat } from "./trend-format.ts";
import type { useTotals } from "./use-chart.ts";
import type { Trends } from "./use-trends.ts";

export interface TrendFiltersProps extends Pick<Trends, "view" | "setView" | "timeZone"> {
  readonly format: TrendFormat;
  /** What the figures rest on; undefined until they are there. */
  readonly totals: ReturnType<typeof useTotals>;
}

/** Which service and channel, whose waits, and what the figures rest on. */
export function TrendFilters(props: TrendFiltersProps) {
  const { view, setView, timeZone, format } = props;
  const { own, definitionsVersion } = props.totals;
  const arrivals = own?.arrivals;
  const { t } = useLingui();
  const services = useDirectory().data?.services ?? [];
  return (
    <section className="trends-filters" aria-label={t`Filtres`}>
      <FilterChip
        label={t`Démarche`}
        options={services.map(({ id, name }) => ({ id, label: name }))}
        value={view.serviceId}
        onChange={(serviceId) => setView({ ...view, serviceId })}
        clearLabel={t`Montrer toutes les démarches`}
      />
      <FilterChip
        label={t`Canal`}
        options={channels.map((id) => ({ id, label: t(channelWords[id]) }))}
        value={view.channel}
        onChange={(id) => setView({ ...view, channel: channels.find((one) => one === id) ?? null })}
        clearLabel={t`Montrer tous les canaux`}
      />
      <ComparedChip view={view} setView={setView} format={format} />
      <span className="grow" />
      <SegmentedControl
        label={t`Attentes prises en compte`}
        options={[
          { id: "served", label: t`Servis` },
          { id: "all", label: t`Servis et abandons` },
        ]}
        value={view.base}
        onChange={(base) => setView({ ...view, base })}
      />
      <Definition figure="base" version={definitionsVersion} />
      <small className="number">
        {definitionsVersion === undefined ? null : <>{t`Définitions v${definitionsVersion}`} · </>}
        {arrivals === undefined ? null : (
          <>
            <Plural value={arrivals} one="# dossier" other="# dossiers" /> ·{" "}
          </>
        )}
        {timeZone}
      </small>
    </section>
  );
}
