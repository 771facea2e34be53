import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import { localDate } from "../../../shared/queueing/intervals.ts";
import { useDirectory } from "../../client/queries.ts";
import { useAtTick } from "../../client/server-clock.ts";
import { Unread } from "../../shell/awaited.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Select } from "../../ui/select.tsx";
import { ExceptionSection } from "./exception-section.tsx";
import { HolidaySection } from "./holiday-section.tsx";
import { useCalendars } from "./use-calendars.ts";
import { WeekSection } from "./week-section.tsx";
import "./calendar.css";

const wholeSite = "whole-site";

/** When a site, or one of its services, is open: hours, holidays, exceptions. */
export function CalendarPanel() {
  const { t } = useLingui();
  const { sites = [], services = [] } = useDirectory().data ?? {};
  const question = useCalendars();
  const calendars = question.data;
  const [chosenSite, setSite] = useState<string | null>(null);
  const [chosenService, setService] = useState(wholeSite);
  const site = sites.find(({ id }) => id === chosenSite) ?? sites[0];
  const today = useAtTick((nowMs) => localDate(nowMs, site?.timeZone ?? "UTC"));
  const serviceId = services.some(({ id }) => id === chosenService) ? chosenService : null;
  const calendar = calendars?.find((one) => one.siteId === site?.id && one.serviceId === serviceId);
  return (
    <Panel
      title={t`Heures d’ouverture`}
      detail={t`hors de ces heures, guichets et téléphones ne comptent pas dans le niveau de service`}
      className="settings-wide"
      actions={
        site === undefined ? null : (
          <div className="calendar-scope">
            <Select
              label={t`Accueil`}
              hidesLabel
              look="compact"
              options={sites.map(({ id, name }) => ({ id, label: name }))}
              value={site.id}
              onChange={setSite}
            />
            <Select
              label={t`Pour`}
              hidesLabel
              look="compact"
              options={[
                { id: wholeSite, label: t`Tout l’accueil` },
                ...services.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={serviceId ?? wholeSite}
              onChange={setService}
            />
          </div>
        )
      }
    >
      {site === undefined ? (
        <EmptyState title={t`Aucun accueil connu.`}>
          {t`Les accueils apparaissent d’eux-mêmes avec le premier événement qui les nomme.`}
        </EmptyState>
      ) : calendars === undefined ? (
        <Unread
          question={question}
          rows={4}
          label={t`Les horaires arrivent.`}
          failure={t`Les horaires n’ont pas pu être lus.`}
        />
      ) : (
        <CalendarSections
          key={`${site.id} ${serviceId}`}
          calendar={calendar ?? { siteId: site.id, serviceId, versions: [], exceptions: [] }}
          today={today}
        />
      )}
    </Panel>
  );
}

function CalendarSections({ calendar, today }: { readonly calendar: SiteCalendar; readonly today: string }) {
  return (
    <div className="calendar-sections">
      <WeekSection calendar={calendar} today={today} />
      <HolidaySection calendar={calendar} today={today} />
      <ExceptionSection calendar={calendar} today={today} />
    </div>
  );
}
